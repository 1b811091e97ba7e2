/** Behind a pound of saving: the pot it draws on, the blocks that close for it, how late, and the evidence. */
import { evidenceIdsIn } from '../domain/evidence';
import type { Scenario } from '../domain/scenario';
import { readPots } from '../finance/claims';
import { eachCell } from '../finance/line-cells';
import { type Model, schemesOn } from '../finance/open-model';
import type { FindGiven } from '../finance/provenance';
import type { Reader } from '../finance/read-projection';
import { yearLabel } from '../units/financial-year';
import { formatMillions, formatValue } from '../units/format';
import { sumOf } from '../units/sum';
import { countOf, idInWords, midSentence } from '../units/words';
import { potLabel } from './pot-names';
import type { SavingStory } from './view-types';

export interface StoryContext {
  readonly model: Model;
  readonly reader: Reader;
  readonly draw: number;
  readonly find: FindGiven;
  readonly scenario: Scenario;
}

/** Most pots and findings named; the largest come first. */
const MOST_TOLD = 6;

/** Stories of the schemes behind a cell: the one named, else every one that is on. None for other lines. */
export function savingStories(
  context: StoryContext,
  over: readonly string[],
  at: Readonly<Record<string, string>>,
  year: number,
): readonly SavingStory[] {
  const { program, document } = context.model;
  const types = document.schemes.map((scheme) => scheme.type);
  const dimension = over.find((id) => id === 'scheme' || types.includes(id));
  if (!dimension) return [];
  const on = new Set(schemesOn(document, context.scenario));
  const named = at[dimension];
  const wanted = named === undefined ? program.dimensions.elements(dimension) : [named];
  return document.schemes
    .filter(({ id }) => on.has(id) && wanted.includes(id))
    .map(({ id, name }) => ({
      scheme: id,
      name,
      pots: potSentences(context, id, year),
      blocks: blockSentence(context, id, year),
      timing: timingSentence(context, id),
      evidence: evidenceOf(context, id),
    }));
}

function potSentences(context: StoryContext, scheme: string, year: number): string[] {
  const { model, reader, draw, scenario } = context;
  const sums = new Map<
    string,
    { claimed: number; counted: number; holds: number; parts: number }
  >();
  for (const pot of readPots(model, reader, scenario, year, draw)) {
    // Efficiency within reach is a ceiling over the pot of trusts' cost, not a pot beside it.
    if (pot.kind === 'efficiency') continue;
    const claim = pot.claims.find((each) => each.scheme === scheme);
    if (!claim || claim.claimed <= 0) continue;
    const label = potLabel(model, pot);
    const sum = sums.get(label) ?? { claimed: 0, counted: 0, holds: 0, parts: 0 };
    sums.set(label, {
      claimed: sum.claimed + claim.claimed,
      counted: sum.counted + claim.counted,
      holds: sum.holds + pot.holds,
      parts: sum.parts + 1,
    });
  }
  const sorted = [...sums.entries()].sort(([, a], [, b]) => b.claimed - a.claimed);
  return sorted.slice(0, MOST_TOLD).map(([label, { claimed, counted, holds, parts }]) => {
    const where = parts > 1 ? `, at ${parts} organisations` : '';
    // A part of trusts' cost only names where; the saving is counted in the pot of the whole.
    const taken = counted > 0 ? `, ${formatMillions(counted)} counted after overlap` : '';
    return `${label}${where}: claims ${formatMillions(claimed)} of ${formatMillions(holds)}${taken}.`;
  });
}

function blockSentence(context: StoryContext, scheme: string, year: number): string {
  const { reader, draw } = context;
  const of = (line: string) =>
    sumOf(
      eachCell(reader, line, year, draw).filter(({ at }) => at.scheme === scheme),
      ({ value }) => value,
    );
  const closed = of('scheme_blocks');
  const waiting = of('cost_double_running');
  const stranded = of('stranded_part_block');
  const fixed = of('stranded_fixed');
  if (closed === 0 && waiting === 0 && stranded === 0 && fixed === 0) {
    return 'It frees no activity, so no block is in question.';
  }
  const blocks =
    closed < 0
      ? `${blocksInWords(-closed)} more are open for it`
      : closed === 0
        ? 'No block has closed for it yet'
        : `${blocksInWords(closed)} closed for it`;
  return `${blocks}; ${formatMillions(waiting)} is double running until more close, ${formatMillions(stranded)} is part of blocks that never close, and ${formatMillions(fixed)} of fixed cost stays.`;
}

const blocksInWords = (blocks: number): string =>
  `${Number.isInteger(Math.round(blocks * 1e9) / 1e9) ? Math.round(blocks) : blocks.toFixed(1)} ${Math.abs(blocks - 1) < 1e-9 ? 'block' : 'blocks'}`;

/** When it starts, how long the effect takes, and how late a block closes. */
function timingSentence(context: StoryContext, scheme: string): string {
  const { reader, draw, model } = context;
  const start = reader.value('scheme_start', { scheme }, 0, draw);
  const notice = reader.value('block_closing_years', {}, 0, draw);
  const years = parameters(context, scheme)
    .filter(({ line }) => line.definition.unit === 'years')
    .slice(0, MOST_TOLD)
    .flatMap(({ line, at }) => {
      const value = reader.value(line.definition.id, at, reader.years - 1, draw);
      const label = midSentence(line.definition.label);
      return Number.isFinite(value) ? [`${label} ${formatValue(value, line.unit)}`] : [];
    });
  const told = years.length > 0 ? `; ${years.join(', ')}` : '';
  const last = yearLabel(model.document.horizon.last);
  const begins = Number.isFinite(start)
    ? `Starts in ${yearLabel(Math.round(start))}`
    : `By ${last}`;
  return `${begins}${told}. A block closes ${countOf(Math.round(notice), 'year')} after its capacity is no longer needed.`;
}

/** Parameters of the scheme's type, each with the cells at this scheme. */
function parameters(context: StoryContext, scheme: string) {
  const { model } = context;
  const found = model.document.schemes.find(({ id }) => id === scheme);
  const type = model.library.schemeTypes.find(({ id }) => id === found?.type);
  return (type?.parameters ?? []).flatMap((id) => {
    const line = model.program.byId.get(id);
    if (!line || !type) return [];
    // Only what is one number for the scheme can be told in a sentence.
    return line.over.length === 1 ? [{ line, at: { [type.id]: scheme } }] : [];
  });
}

/** Findings cited by the values in force, with the parameters they stand behind. */
function evidenceOf(context: StoryContext, scheme: string): SavingStory['evidence'] {
  const { model, find } = context;
  const found = model.document.schemes.find(({ id }) => id === scheme);
  const type = model.library.schemeTypes.find(({ id }) => id === found?.type);
  const cited = new Map<string, string[]>();
  const year = model.document.horizon.last;
  for (const id of type?.parameters ?? []) {
    const line = model.program.byId.get(id);
    if (!line || !type) continue;
    const rest = line.over.filter((dimension) => dimension !== type.id);
    for (const at of placesOf(model, rest)) {
      const given = find(id, { ...at, [type.id]: scheme }, year);
      for (const evidence of given ? evidenceIdsIn(given.cell.source) : []) {
        const labels = cited.get(evidence) ?? [];
        if (!labels.includes(line.definition.label)) labels.push(line.definition.label);
        cited.set(evidence, labels);
      }
    }
  }
  return [...cited.entries()].map(([id, labels]) => {
    const row = model.library.evidence.find((each) => each.id === id);
    return {
      id,
      for: labels,
      finding: row ? `${idInWords(row.effect)}, ${row.appliesTo}` : '',
    };
  });
}

/** Every combination of elements of some dimensions. */
function placesOf(model: Model, dimensions: readonly string[]): Record<string, string>[] {
  return dimensions.reduce<Record<string, string>[]>(
    (places, dimension) =>
      places.flatMap((place) =>
        model.program.dimensions.elements(dimension).map((id) => ({ ...place, [dimension]: id })),
      ),
    [{}],
  );
}
