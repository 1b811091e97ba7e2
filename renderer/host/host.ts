/**
 * The page's side of the host API. One shape whether the Electron shell or the web host stands behind it;
 * nothing else in the page knows which.
 */
import type { CallName, RequestOf, ResponseOf } from '../../shared/contract/contract';
import type { Result } from '../../shared/errors/problem';

export interface Host {
  readonly call: <N extends CallName>(
    name: N,
    request: RequestOf<N>,
  ) => Promise<Result<ResponseOf<N>>>;
}
