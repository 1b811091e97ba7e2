import { beforeAll, describe, expect, test } from 'vitest';
import type { EvidenceRow, OutsideView } from '../../../shared/domain/evidence';
import { evidenceIdsIn } from '../../../shared/domain/evidence';
import type { LibraryTexts } from '../../../shared/domain/library';
import { MARKS } from '../../../shared/domain/mark';
import type { Problem, Result } from '../../../shared/errors/problem';
import { decodeLibrary } from '../../../shared/library/decode-library';
import {
  EVIDENCE_FILE,
  OUTSIDE_VIEW_FILE,
  readEvidence,
  readOutsideViews,
} from '../../../shared/library/evidence-tables';
import { SITE_MODELS_FILE, SITES_FILE } from '../../../shared/library/vanguard-sites';
import { loadTexts, must } from '../../helpers/load-library';

let texts: LibraryTexts;
let rows: readonly EvidenceRow[];
let views: readonly OutsideView[];

beforeAll(async () => {
  texts = await loadTexts();
  rows = must(readEvidence(texts[EVIDENCE_FILE] ?? '', EVIDENCE_FILE));
  const known = new Set(rows.map((row) => row.id));
  views = must(readOutsideViews(texts[OUTSIDE_VIEW_FILE] ?? '', OUTSIDE_VIEW_FILE, known));
});

const problemsOf = (result: Result<unknown>): readonly Problem[] =>
  result.ok ? [] : result.problems;

const row = (id: string): EvidenceRow => {
  const found = rows.find((each) => each.id === id);
  if (!found) throw new Error(`There is no ${id}.`);
  return found;
};

describe('the shipped evidence', () => {
  test('has every row of its table, with a mark and a source each', () => {
    expect(rows).toHaveLength(139);
    for (const each of rows) {
      expect(MARKS, each.id).toContain(each.mark);
      expect(each.source, each.id).not.toBe('');
    }
  });

  test('keeps numbers as the table has them, and findings in words without one', () => {
    expect(row('VC07')).toMatchObject({
      central: -0.18,
      yearsToFullEffect: 2.5,
      strength: 'controlled_observational',
      mark: 'verified',
    });
    expect(row('VC12').central).toBeUndefined();
    expect(row('AR02')).toMatchObject({ low: 0.01, high: 0.03 });
    expect(row('AR02').central).toBeUndefined();
  });
});

test('Every evidence id that any model file mentions exists', () => {
  const known = new Set(rows.map((each) => each.id));
  const unknown = Object.entries(texts).flatMap(([path, text]) =>
    evidenceIdsIn(text)
      .filter((id) => !known.has(id))
      .map((id) => `${path}: ${id}`),
  );
  expect(unknown).toEqual([]);
});

describe('ids in running text', () => {
  test('are found each once, and a range is written out', () => {
    expect(evidenceIdsIn('Evidence VP10, VP11; AR12-AR14, VC01–VC03 and VP10 again.')).toEqual([
      ...['VP10', 'VP11', 'AR12', 'AR13', 'AR14', 'VC01', 'VC02', 'VC03'],
    ]);
  });

  test('are not seen in report numbers, codes and longer words', () => {
    expect(evidenceIdsIn('HC 1129, R1K, PR5, SCAR011, VC-07, AR1234')).toEqual([]);
  });
});

describe('a table of evidence with something wrong in it', () => {
  const HEADER =
    'id,family,effect,unit,central,low,high,applies_to,time_to_full_effect_years,strength,confidence,source,note\n';

  test('is told all of it at once, each with its row', () => {
    const text = `${HEADER}VC01,f,e,proportion,lots,,,here,,rct,verified,Lloyd,
vc2,f,e,proportion,,,,here,,rct,verified,Lloyd,
VC01,f,e,proportion,0.5,,0.3,here,,rct,verified,Lloyd,
VC03,f,,proportion,,,,here,soon,hearsay,sure,,`;
    expect(
      problemsOf(readEvidence(text, 'x.csv')).map((each) => [each.place?.row, each.code]),
    ).toEqual([
      [2, 'table.number'],
      [3, 'evidence.id'],
      [4, 'evidence.duplicate'],
      [4, 'evidence.range'],
      [5, 'table.number'],
      [5, 'table.word'],
      [5, 'library.no-source'],
      [5, 'evidence.empty'],
    ]);
  });

  test('is refused without its columns', () => {
    expect(problemsOf(readEvidence('id\nVC01', 'x.csv'))).toContainEqual(
      expect.objectContaining({
        code: 'table.no-column',
        message: "There is no column 'central'.",
      }),
    );
  });

  test('may say only how far a value lies from below or above', () => {
    const text = `${HEADER}VC01,f,e,years,,1.5,,here,,audit,verified,Lloyd,`;
    const [only] = must(readEvidence(text, 'x.csv'));
    expect(only).toMatchObject({ low: 1.5 });
    expect(only?.high).toBeUndefined();
  });
});

describe('the shipped outside views', () => {
  test('call a plan a plan: what was planned is a forecast or a target, what was delivered is neither', () => {
    for (const view of views) {
      // An auditor read AR18 in the business cases of the builds.
      for (const id of view.planned.filter((each) => each !== 'AR18')) {
        expect(['modelled', 'expert'], `${view.line} ${id}`).toContain(row(id).strength);
      }
      for (const id of view.delivered) {
        expect(['modelled', 'expert'], `${view.line} ${id}`).not.toContain(row(id).strength);
      }
    }
  });

  test('count effects as delivered only where somebody was compared with', () => {
    for (const view of views.filter(({ line }) =>
      /^care_(home|model)_(effect|bed_days|early_rise)$/.test(line),
    )) {
      for (const id of view.delivered) {
        expect(['rct', 'controlled_observational'], `${view.line} ${id}`).toContain(
          row(id).strength,
        );
      }
    }
  });

  test('give every planned or delivered row a number or a range', () => {
    for (const view of views) {
      for (const id of [...view.planned, ...view.delivered]) {
        const { central, low, high } = row(id);
        expect(view.readAs[id] ?? central ?? low ?? high, `${view.line} ${id}`).toBeDefined();
      }
    }
  });

  test('say something of every parameter they name', () => {
    for (const view of views) {
      const { planned, delivered, context, sentence } = view;
      const said = [...planned, ...delivered, ...context, ...(sentence ? [sentence] : [])];
      expect(said, view.line).not.toEqual([]);
    }
  });
});

describe('outside views with something wrong in them', () => {
  const read = (text: string) => readOutsideViews(text, 'o.yaml', new Set(['VC01', 'VC07']));

  test('are told all of it at once', () => {
    const text = `views:
  - {line: a, better: lower, planned: [VC1], delivered: [VC01, VC01]}
  - {line: a, better: lower, context: [VC07], read_as: {VC07: 0}}
`;
    expect(problemsOf(read(text)).map((each) => each.code)).toEqual([
      'evidence.unknown',
      'outside-view.twice',
      'outside-view.read-as',
      'outside-view.duplicate',
    ]);
    expect(problemsOf(read(text))[0]).toMatchObject({
      message: "There is no evidence called 'VC1'.",
      remedy: "Did you mean 'VC01'?",
    });
  });

  test('are refused with a direction that is none', () => {
    expect(problemsOf(read('views: [{line: a, better: smaller}]'))).toMatchObject([
      { code: 'yaml.shape', place: { file: 'o.yaml', path: 'views.0.better' } },
    ]);
  });

  test('are not told ids as unknown when the evidence itself cannot be read', () => {
    const text = 'views: [{line: a, better: lower, delivered: [VC99]}]';
    expect(readOutsideViews(text, 'o.yaml', undefined)).toMatchObject({ ok: true });
  });
});

test('A library is told that a file of evidence is missing', () => {
  for (const path of [EVIDENCE_FILE, OUTSIDE_VIEW_FILE, SITES_FILE, SITE_MODELS_FILE]) {
    const { [path]: _, ...rest } = texts;
    expect(problemsOf(decodeLibrary(rest)), path).toContainEqual(
      expect.objectContaining({ code: 'library.no-file', place: { file: path } }),
    );
  }
});
