import { beforeAll, describe, expect, test } from 'vitest';
import type { EvidenceRow, VanguardSite } from '../../../shared/domain/evidence';
import { evidenceIdsIn } from '../../../shared/domain/evidence';
import type { LibraryTexts } from '../../../shared/domain/library';
import { MARKS } from '../../../shared/domain/mark';
import type { Problem, Result } from '../../../shared/errors/problem';
import { EVIDENCE_FILE, readEvidence } from '../../../shared/library/evidence-tables';
import {
  readVanguardSites,
  SITE_MODELS_FILE,
  SITES_FILE,
  siteId,
} from '../../../shared/library/vanguard-sites';
import { loadTexts, must } from '../../helpers/load-library';

let texts: LibraryTexts;
let evidence: ReadonlyMap<string, EvidenceRow>;
let sites: readonly VanguardSite[];

const known = () => new Set(evidence.keys());

beforeAll(async () => {
  texts = await loadTexts();
  const rows = must(readEvidence(texts[EVIDENCE_FILE] ?? '', EVIDENCE_FILE));
  evidence = new Map(rows.map((row) => [row.id, row]));
  sites = must(readVanguardSites(texts[SITES_FILE] ?? '', texts[SITE_MODELS_FILE] ?? '', known()));
});

const site = (id: string): VanguardSite => {
  const found = sites.find((each) => each.id === id);
  if (!found) throw new Error(`There is no ${id}.`);
  return found;
};

const cellsOf = (each: VanguardSite) => each.schemes.flatMap((scheme) => scheme.cells);

const valueAt = (id: string, line: string, setting?: string) =>
  cellsOf(site(id)).find((cell) => cell.line === line && cell.at.setting === setting)?.value;

describe('the vanguard sites', () => {
  test('are 50, named apart, in the numbers of 2015', () => {
    expect(new Set(sites.map((each) => each.id)).size).toBe(50);
    const count = (type: string) => sites.filter((each) => each.type === type).length;
    expect(['PACS', 'MCP', 'EHCH', 'UEC', 'ACC'].map(count)).toEqual([9, 14, 6, 8, 13]);
    for (const each of sites) expect(each.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  test('carry a mark and a source, and so does everything they bring or claim', () => {
    for (const each of [...sites, ...sites.flatMap(cellsOf), ...sites.flatMap((s) => s.claims)]) {
      expect(MARKS).toContain(each.mark);
      expect(each.source).not.toBe('');
    }
  });

  test('name the findings that their notes name', () => {
    expect(site('sutton-homes-of-care').evidence).toEqual(['VC12', 'VC13']);
    expect(site('principia-partners-in-health').evidence).toEqual([
      ...['VC01', 'VC02', 'VC03', 'VC04', 'VC05', 'VC06'],
    ]);
    expect(site('airedale-and-partners')).toMatchObject({ population: 7687, evidence: ['VC19'] });
  });

  test('bring the scheme of their type, and Principia its care homes too', () => {
    const types = (id: string) => site(id).schemes.map((each) => each.schemeType);
    expect(types('wirral-partners')).toEqual(['population_care_model']);
    expect(types('nottingham-city-ccg')).toEqual(['care_home_support']);
    expect(types('west-yorkshire-urgent-and-emergency-care-network')).toEqual([
      'urgent_care_network',
    ]);
    expect(types('moorfields')).toEqual(['acute_collaboration']);
    expect(types('principia-partners-in-health')).toEqual([
      'population_care_model',
      'care_home_support',
    ]);
  });

  test('bring what a study with a comparison found there, also where it is nothing or worse', () => {
    expect(valueAt('nottingham-city-ccg', 'care_home_effect', 'emergency')).toBe(-0.18);
    expect(valueAt('sutton-homes-of-care', 'care_home_effect', 'emergency')).toBe(0);
    expect(valueAt('northumberland-accountable-care-organisation', 'care_model_effect', 'ae')).toBe(
      0.136,
    );
    expect(valueAt('mid-nottinghamshire-better-together', 'care_model_effect', 'emergency')).toBe(
      -0.067,
    );
  });

  test('bring no effect that nobody was compared with', () => {
    for (const each of sites) {
      for (const cell of cellsOf(each).filter(({ line }) => /_(effect|rise)$/.test(line))) {
        for (const id of evidenceIdsIn(cell.source)) {
          expect(evidence.get(id)?.strength, `${each.id} ${id}`).toBe('controlled_observational');
        }
      }
    }
    expect(cellsOf(site('airedale-and-partners'))).toEqual([]);
    expect(site('airedale-and-partners').claims.map((claim) => claim.value)).toEqual([
      -0.45, -0.69,
    ]);
    expect(valueAt('south-somerset-symphony-programme', 'care_model_effect', 'emergency')).toBe(
      undefined,
    );
  });

  test('claim only what had nobody to compare with', () => {
    for (const claim of sites.flatMap((each) => each.claims)) {
      const [id = ''] = evidenceIdsIn(claim.source);
      expect(evidence.get(id)?.strength, id).toBe('before_after');
    }
  });

  test('keep the mark of a finding that they bring unchanged', () => {
    for (const cell of sites.flatMap(cellsOf).filter(({ line }) => /_(effect|rise)$/.test(line))) {
      const row = evidence.get(evidenceIdsIn(cell.source)[0] ?? '');
      if (row?.central !== cell.value) continue;
      expect(cell.mark, `${row.id} ${cell.line}`).toBe(row.mark);
    }
  });

  test('cost a head what the national money comes to over its years and people', () => {
    let checked = 0;
    for (const each of sites.filter(({ type }) => type === 'PACS' || type === 'MCP')) {
      const { knownFunding = 0, population, fundedYears, id } = each;
      if (knownFunding === 0 || population === undefined) continue;
      const perHead = (knownFunding * 1e6) / fundedYears.length / population;
      expect(valueAt(id, 'care_model_cost_per_head'), id).toBeCloseTo(perHead, 2);
      checked += 1;
    }
    expect(checked).toBe(15);
    expect(valueAt('stockport-together', 'care_model_cost_per_head')).toBeCloseTo(
      16e6 / 2.5 / 3e5,
      2,
    );
  });

  test('put what was found among case-managed patients where it belongs, not on everybody', () => {
    const found = (id: string) => evidence.get(id)?.central ?? 0;
    expect(valueAt('fylde-coast-local-health-economy', 'care_model_early_rise')).toBeCloseTo(
      (1626 * found('VM01') + 3011 * found('VM02')) / (1626 + 3011),
      3,
    );
    expect(valueAt('north-east-hampshire-and-farnham', 'care_model_early_rise')).toBe(
      found('VP13'),
    );
  });
});

test('An id is the name in plain words, without what stands in brackets', () => {
  expect(siteId("Cheshire and Merseyside Women's and Children's Services")).toBe(
    'cheshire-and-merseyside-womens-and-childrens-services',
  );
  expect(siteId('Encompass (Whitstable, Faversham)')).toBe('encompass');
});

describe('vanguard sites with something wrong', () => {
  const problemsOf = (result: Result<unknown>): readonly Problem[] =>
    result.ok ? [] : result.problems;
  const withModels = (change: (text: string) => string) => {
    const before = texts[SITE_MODELS_FILE] ?? '';
    const after = change(before);
    expect(after, 'the test changes something').not.toBe(before);
    return problemsOf(readVanguardSites(texts[SITES_FILE] ?? '', after, known()));
  };
  const withSites = (change: (text: string) => string) =>
    problemsOf(
      readVanguardSites(change(texts[SITES_FILE] ?? ''), texts[SITE_MODELS_FILE] ?? '', known()),
    );

  test('are told a value from evidence that is not there', () => {
    expect(withModels((text) => text.replace('Evidence VC01,', 'Evidence VC91,'))).toMatchObject([
      {
        code: 'evidence.unknown',
        message: "There is no evidence called 'VC91'.",
        place: { file: SITE_MODELS_FILE, line: 'care_home_effect' },
      },
    ]);
  });

  test('are told a site that is not in the table', () => {
    expect(
      withModels((text) => text.replace('sutton-homes-of-care', 'suton-homes-of-care')),
    ).toMatchObject([{ code: 'vanguard.unknown', remedy: "Did you mean 'sutton-homes-of-care'?" }]);
  });

  test('are told a value without a mark, and one given twice', () => {
    const found = withModels((text) =>
      text
        .replace('value: -0.18, mark: verified', 'value: -0.18, mark: certain')
        .replace('at: {setting: ae}, value: -0.043', 'at: {setting: emergency}, value: -0.043'),
    );
    expect(found.map((each) => each.code)).toEqual(['vanguard.duplicate', 'library.no-source']);
  });

  test('are told a claim that is of nothing', () => {
    expect(withModels((text) => text.replace('unit: percent of bed days, ', ''))).toMatchObject([
      { code: 'vanguard.claim' },
    ]);
  });

  test('are told a type, a number and a finding that cannot be read, all at once', () => {
    const found = withSites((text) =>
      text
        .replace('Moorfields,ACC', 'Moorfields,ABC')
        .replace(',300000,residents,', ',many,residents,')
        .replace('Evidence VC19', 'Evidence VC99'),
    );
    expect(found.map((each) => each.code).sort()).toEqual([
      ...['evidence.unknown', 'table.number', 'table.word'],
    ]);
  });
});
