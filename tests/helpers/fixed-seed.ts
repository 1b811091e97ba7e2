/** Properties are tried on the same values every time, so that a failure is a failure for everyone. */
import fc from 'fast-check';

fc.configureGlobal({ seed: 20162021 });
