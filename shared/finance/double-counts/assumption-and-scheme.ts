/**
 * An assumption that the scenario lowers and a scheme that lowers the same thing: less growth in emergencies
 * and fewer admissions, lower pay and productivity. Such assumptions are taken out of the scenario and the
 * model is run again; where the pot is larger without them, what schemes claim of it may be the same saving, up
 * to what they took off.
 */
import { DO_NOTHING } from '../../domain/scenario';
import { sumOf } from '../../units/sum';
import { eachCell, type Place } from '../line-cells';
import { lineage, runDraws, scenarioLayers } from '../open-model';
import { type Reader, readProjection } from '../read-projection';
import { type Finding, inOrder, type Look, WORTH_TELLING } from './finding';

/** Assumptions that move one index, and the claims that are on what the index moves. */
interface Lowered {
  readonly assumptions: readonly string[];
  readonly index: string;
  /** Where the index stands for a claim; of several places the one that moved most counts. */
  readonly indexAt: (look: Look, claim: Place) => readonly Place[];
  readonly claims: readonly string[];
  /** What the claims draw on, £m, and its dimensions. */
  readonly pot: string;
  readonly potOver: readonly string[];
}

/** Less than this is rounding: the population's part of growth changes, say, and the total does not. */
const A_HAIR = 1e-9;

const LOWERED: readonly Lowered[] = [
  {
    assumptions: ['volume_growth', 'demographic_growth', 'non_demographic_growth'],
    index: 'activity_index',
    indexAt: (_, { setting = '' }) => [{ setting }],
    claims: ['activity_claim'],
    pot: 'activity_value',
    potOver: ['cohort', 'provider', 'setting'],
  },
  {
    assumptions: ['direct_volume_growth', 'direct_price_growth'],
    index: 'direct_spend',
    indexAt: (_, { commissioner = '', direct_service = '' }) => [{ commissioner, direct_service }],
    claims: ['spend_claim'],
    pot: 'direct_spend',
    potOver: ['commissioner', 'direct_service'],
  },
  {
    assumptions: ['component_inflation'],
    index: 'component_index',
    indexAt: pricesOf,
    claims: ['line_efficiency_claim', 'line_declared_claim'],
    pot: 'line_pot',
    potOver: ['provider', 'cost_line'],
  },
  {
    assumptions: ['provider_inflation'],
    index: 'price_index_funded',
    indexAt: () => [{}],
    claims: ['line_efficiency_claim', 'line_declared_claim'],
    pot: 'line_pot',
    potOver: ['provider', 'cost_line'],
  },
];

/** The components of price that move a part of trusts' cost. */
function pricesOf({ model, reader, year, draw }: Look, { cost_line = '' }: Place): Place[] {
  return model.program.dimensions
    .elements('cost_component')
    .map((cost_component) => ({ cost_component }))
    .filter((at) => reader.value('line_priced_by', { cost_line, ...at }, year, draw) > 0);
}

/** Assumptions of one index are taken out together: growth in all can stand beside its parts. */
export function assumptionAndScheme(look: Look): Finding[] {
  const { model, scenario } = look;
  const chain = lineage(model.document, scenario).filter(({ id }) => id !== DO_NOTHING);
  const changed = new Set(chain.flatMap((step) => step.cells.map((cell) => cell.line)));
  return LOWERED.flatMap((lowered): Finding[] => {
    const place = lowered.assumptions.filter((line) => changed.has(line));
    if (place.length === 0) return [];
    const parts = partsTouched(look, lowered, runWithout(look, lowered));
    const amount = sumOf(parts, (part) => Math.min(part.taken, part.claimed));
    if (!(amount >= WORTH_TELLING)) return [];
    const schemes = inOrder(
      look,
      parts.flatMap((part) => part.schemes),
    );
    return [{ code: 'assumption_and_scheme', schemes, place, amount, removed: false }];
  });
}

/** The index as it would be had the scenario left the assumptions alone. */
function runWithout({ model, scenario }: Look, { assumptions, index }: Lowered): Reader {
  const layers = scenarioLayers(model.document, scenario).map((cells) =>
    cells.filter((cell) => !assumptions.includes(cell.line)),
  );
  return readProjection(runDraws(model, [layers], [index]));
}

/** Pots that would be larger without the assumption: what it took off, and what schemes claim of them, £m. */
function partsTouched(look: Look, lowered: Lowered, was: Reader) {
  const { reader, year, draw } = look;
  const { index, indexAt, claims, pot, potOver } = lowered;
  const parts = new Map<string, { taken: number; claimed: number; schemes: string[] }>();
  for (const { at, value } of claims.flatMap((line) => eachCell(reader, line, year, draw))) {
    const place = Object.fromEntries(potOver.map((each) => [each, at[each] ?? '']));
    const larger = indexAt(look, place).map(
      (each) => was.value(index, each, year) / reader.value(index, each, year, draw) - 1,
    );
    const most = Math.max(0, ...larger);
    if (!(most > A_HAIR) || !(value > 0)) continue;
    const key = JSON.stringify(place);
    const taken = reader.value(pot, place, year, draw) * most;
    const part = parts.get(key) ?? { taken, claimed: 0, schemes: [] };
    parts.set(key, part);
    part.claimed += value;
    part.schemes.push(at.scheme ?? '');
  }
  return [...parts.values()];
}
