// A core small enough to see through: two footprints, two scenarios, and edits that move one number. The hosts
// are tested with it so that a fault in a formula does not look like a fault in a host.

import type { Core, HandlerOptions, Handlers } from '../../electron/services/handlers';
import { createHandlers } from '../../electron/services/handlers';
import type { FootbridgeDocument } from '../../shared/domain/document';
import type { Library } from '../../shared/domain/library';
import { failure, success } from '../../shared/errors/problem';
import type { Views } from '../../shared/report/view-types';

export const FAKE_TEXTS = { 'README.md': 'models', 'calculation/a.yaml': 'lines: []' };

const library = { footprints: [{ id: 'north' }, { id: 'south' }] } as unknown as Library;

export const FAKE_CORE: Core = {
  decodeLibrary: () => success(library),
  createDocument: ({ footprints }, id) =>
    footprints.some((footprint) => footprint.id === id)
      ? success({
          title: id,
          cells: [],
          scenarios: [{ id: 'do-nothing' }, { id: 'all' }],
        } as unknown as FootbridgeDocument)
      : failure({ code: 'footprint.unknown', message: `There is no footprint '${id}'.` }),
  applyEdits: (_library, document, edits) =>
    edits.includes('nonsense')
      ? failure({ code: 'cell.unknown-line', message: "There is no line 'nonsense'." })
      : success({ ...document, cells: edits as unknown as FootbridgeDocument['cells'] }),
  buildViews: (_library, { cells }, { scenario, comparator }) => {
    const gap = { nhs: -1, socialCare: -2 - cells.length, total: -3 - cells.length };
    const summaries = [comparator, scenario].map((id) => ({ id, name: id, gapByYear: [gap] }));
    // More than the contract carries, as the real views are.
    return success({ years: ['2020/21'], scenarios: summaries, cells: 1 } as unknown as Views);
  },
};

export function fakeHandlers(changes: Partial<HandlerOptions> = {}): Handlers {
  return createHandlers({
    host: 'web',
    version: '1.2.3',
    footprint: 'north',
    readLibrary: async () => success(FAKE_TEXTS),
    core: FAKE_CORE,
    ...changes,
  });
}
