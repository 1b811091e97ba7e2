/** The 50 vanguard sites: their table, and what each brings when it is scaled up. */
import { z } from 'zod';
import type { GivenCell } from '../domain/cell';
import {
  evidenceIdsIn,
  SITE_TYPES,
  type SiteClaim,
  type SiteScheme,
  type SiteType,
  type VanguardSite,
} from '../domain/evidence';
import { isMark } from '../domain/mark';
import { didYouMean } from '../errors/nearest';
import { failure, type Place, type Problem, type Result, success } from '../errors/problem';
import { type KnownEvidence, unknownEvidence } from './evidence-ids';
import { markAndSource, oneOf, optionalNumber } from './read-fields';
import { readTable, type TableRow } from './read-table';
import { readYaml } from './read-yaml';

export const SITES_FILE = 'evidence/vanguards.csv';
export const SITE_MODELS_FILE = 'presets/vanguard-models.yaml';

const FUNDING_YEARS = ['2015_16', '2016_17', '2017_18'] as const;

const COLUMNS = [
  ...['name', 'type', 'footprint_place', 'population_covered', 'population_basis'],
  ...['population_confidence', 'known_funding_gbp_m'],
  ...FUNDING_YEARS.map((year) => `funding_${year}_gbp_m`),
  ...['emergency_admission_rate_change_to_sep_2017', 'confidence', 'source', 'note'],
];

/** `Tower Hamlets Together` -> `tower-hamlets-together`; what stands in brackets is left out. */
export function siteId(name: string): string {
  return name
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

const value = {
  at: z.record(z.string(), z.string()).optional(),
  value: z.number(),
  mark: z.string(),
  source: z.string(),
};

const modelsFile = z.strictObject({
  site_types: z.record(
    z.enum(SITE_TYPES),
    z.strictObject({ scheme_type: z.string(), label: z.string() }),
  ),
  sites: z.record(
    z.string(),
    z.strictObject({
      values: z
        .array(z.strictObject({ line: z.string(), ...value, note: z.string().optional() }))
        .optional(),
      /** Where a site was measured for something other than its own type. */
      also: z
        .array(
          z.strictObject({
            scheme_type: z.string(),
            label: z.string(),
            values: z.array(
              z.strictObject({ line: z.string(), ...value, note: z.string().optional() }),
            ),
          }),
        )
        .optional(),
      claims: z
        .array(
          z.strictObject({
            line: z.string().optional(),
            unit: z.string().optional(),
            ...value,
            note: z.string(),
          }),
        )
        .optional(),
    }),
  ),
});

type Models = z.infer<typeof modelsFile>;
type SiteModel = Models['sites'][string];
type ValueText = NonNullable<SiteModel['values']>[number];
type ClaimText = NonNullable<SiteModel['claims']>[number];

/** Both files together; every problem of both is told. */
export function readVanguardSites(
  siteText: string,
  modelText: string,
  known: KnownEvidence,
): Result<readonly VanguardSite[]> {
  const table = readTable(siteText, SITES_FILE, COLUMNS);
  const models = readYaml(modelText, SITE_MODELS_FILE, modelsFile);
  if (!table.ok || !models.ok) {
    return failure(...[table, models].flatMap((each) => (each.ok ? [] : each.problems)));
  }
  const problems: Problem[] = [];
  const own = new Set(table.value.map((row) => siteId(row.get('name'))));
  for (const id of Object.keys(models.value.sites)) {
    if (own.has(id)) continue;
    problems.push({
      code: 'vanguard.unknown',
      message: `There is no vanguard site called '${id.slice(0, 60)}'.`,
      place: { file: SITE_MODELS_FILE, path: `sites.${id}` },
      remedy: didYouMean(id, own) || 'Use an id as in the list of vanguards.',
    });
  }
  const seen = new Set<string>();
  const sites = table.value.flatMap((row) => {
    const id = siteId(row.get('name'));
    const place = { file: SITES_FILE, row: row.row };
    if (id === '' || seen.has(id)) {
      const message = `'${row.get('name').slice(0, 60)}' does not name a site of its own.`;
      problems.push({ code: 'vanguard.name', message, place, remedy: 'Name it apart.' });
    }
    seen.add(id);
    const type = oneOf(row.get('type'), SITE_TYPES, 'a type of vanguard', place, problems);
    if (!type) return [];
    return [
      {
        ...readSite(row, id, type, known, place, problems),
        ...brought(id, type, models.value, known, problems),
      },
    ];
  });
  return problems.length > 0 ? failure(...problems) : success(sites);
}

function readSite(
  row: TableRow,
  id: string,
  type: SiteType,
  known: KnownEvidence,
  place: Place,
  problems: Problem[],
): Omit<VanguardSite, 'schemes' | 'claims'> {
  const number = (column: string) => optionalNumber(row, column, place, problems);
  const population = number('population_covered');
  const populationMark = row.get('population_confidence');
  const knownFunding = number('known_funding_gbp_m');
  const rateChange = number('emergency_admission_rate_change_to_sep_2017');
  const evidence = evidenceIdsIn(`${row.get('source')} ${row.get('note')}`);
  problems.push(...unknownEvidence(evidence, known, place));
  const { mark, source } = markAndSource(row.get('confidence'), row.get('source'), place, problems);
  if (population !== undefined && !isMark(populationMark)) {
    const message = 'The population has no mark.';
    problems.push({ code: 'library.no-source', message, place, remedy: 'Give it one.' });
  }
  return {
    id,
    name: row.get('name'),
    type,
    place: row.get('footprint_place'),
    ...(population === undefined ? {} : { population }),
    populationBasis: row.get('population_basis'),
    ...(isMark(populationMark) ? { populationMark } : {}),
    ...(knownFunding === undefined ? {} : { knownFunding }),
    fundedYears: FUNDING_YEARS.filter((year) => (number(`funding_${year}_gbp_m`) ?? 0) > 0).map(
      (year) => year.replace('_', '/'),
    ),
    ...(rateChange === undefined ? {} : { emergencyAdmissionRateChange: rateChange }),
    evidence,
    mark,
    source,
    note: row.get('note'),
  };
}

/** What the site brings: its type's scheme with its own values, others it was measured for, and its claims. */
function brought(
  id: string,
  type: SiteType,
  models: Models,
  known: KnownEvidence,
  problems: Problem[],
): Pick<VanguardSite, 'schemes' | 'claims'> {
  const own = models.site_types[type];
  const model = Object.hasOwn(models.sites, id) ? models.sites[id] : undefined;
  const texts = [
    { ...own, path: 'values', values: model?.values ?? [] },
    ...(model?.also ?? []).map((each, i) => ({ ...each, path: `also.${i}.values` })),
  ];
  const schemes = texts.map(
    ({ scheme_type: schemeType, label, path, values }): SiteScheme => ({
      schemeType,
      label,
      cells: readValues(values, `sites.${id}.${path}`, known, problems),
    }),
  );
  const claims = (model?.claims ?? []).map((claim, i) =>
    readClaim(claim, `sites.${id}.claims.${i}`, known, problems),
  );
  return { schemes, claims };
}

function readValues(
  values: readonly ValueText[],
  path: string,
  known: KnownEvidence,
  problems: Problem[],
): GivenCell[] {
  const seen = new Set<string>();
  return values.map(({ at = {}, note, ...each }, i) => {
    const place = { file: SITE_MODELS_FILE, path: `${path}.${i}`, line: each.line };
    const key = JSON.stringify([each.line, Object.entries(at).sort()]);
    if (seen.has(key)) {
      const message = 'The cell has a value already.';
      problems.push({ code: 'vanguard.duplicate', message, place, remedy: 'Keep one of them.' });
    }
    seen.add(key);
    problems.push(...unknownEvidence(evidenceIdsIn(`${each.source} ${note ?? ''}`), known, place));
    return {
      line: each.line,
      at,
      value: each.value,
      ...markAndSource(each.mark, each.source, place, problems),
      ...(note === undefined ? {} : { note }),
    };
  });
}

function readClaim(
  { at = {}, line, unit, ...claim }: ClaimText,
  path: string,
  known: KnownEvidence,
  problems: Problem[],
): SiteClaim {
  const place = { file: SITE_MODELS_FILE, path, ...(line === undefined ? {} : { line }) };
  if ((line === undefined) === (unit === undefined)) {
    const message = 'A claim has either the line it would be a value of, or a unit.';
    problems.push({ code: 'vanguard.claim', message, place, remedy: 'Give one of the two.' });
  }
  problems.push(...unknownEvidence(evidenceIdsIn(`${claim.source} ${claim.note}`), known, place));
  return {
    ...(line === undefined ? {} : { line }),
    at,
    value: claim.value,
    ...(unit === undefined ? {} : { unit }),
    ...markAndSource(claim.mark, claim.source, place, problems),
    note: claim.note,
  };
}
