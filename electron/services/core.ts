/** The real core, as the hosts use it. */
import { applyEdits } from '../../shared/document/apply-edits';
import { createDocument } from '../../shared/document/create-document';
import { decodeLibrary } from '../../shared/library/decode-library';
import { buildViews } from '../../shared/report/build-views';
import type { Core } from './handlers';

export const CORE: Core = { decodeLibrary, createDocument, applyEdits, buildViews };
