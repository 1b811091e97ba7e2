/** What one scenario comes to, beside do nothing. */
import type { Scenario } from '../domain/scenario';
import { type Model, schemesOn } from '../finance/open-model';
import { minus, type Position, positionAt } from '../finance/position';
import type { Reader } from '../finance/read-projection';
import { countLevels, evaluateFlags } from '../stress/red-flags';
import { yearLabel } from '../units/financial-year';
import type { ScenarioSummary } from './view-types';

/** Smaller changes of a position are not told as winning or losing, £m. */
const WORTH_TELLING = 0.05;

export function summarise(
  model: Model,
  reader: Reader,
  scenario: Scenario,
  draw: number,
  doNothing: number,
): ScenarioSummary {
  const { document } = model;
  const years = Array.from({ length: reader.years }, (_, year) => year);
  const gapByYear = years.map((year) => positionAt(reader, year, draw));
  const last = reader.years - 1;
  const residual = gapByYear[last] as Position;
  const balanced = years.slice(1).find((year) => (gapByYear[year] as Position).total >= 0);
  const { red, amber } = countLevels(evaluateFlags({ model, scenario, reader, draw }));
  return {
    id: scenario.id,
    name: scenario.name,
    description: scenario.description ?? '',
    schemes: schemesOn(document, scenario).map(
      (id) => document.schemes.find((scheme) => scheme.id === id)?.name ?? id,
    ),
    gapByYear,
    residual,
    schemesNet: minus(residual, positionAt(reader, last, doNothing)),
    cumulative: {
      nhs: reader.value('cumulative_sector_position', { sector: 'nhs' }, last, draw),
      socialCare: reader.value('cumulative_sector_position', { sector: 'social_care' }, last, draw),
      total: reader.value('cumulative_position', {}, last, draw),
    },
    firstYearInBalance:
      balanced === undefined ? null : yearLabel(document.horizon.first + balanced),
    stfShare: reader.value('stf_fair_share', {}, last, draw),
    afterFund: reader.value('position_after_stf', {}, last, draw),
    claimed: {
      cash: reader.value('cash_released_together', {}, last, draw),
      capacity: reader.value('capacity_released_together', {}, last, draw),
      notional: reader.value('notional_together', {}, last, draw),
    },
    flags: { red, amber },
    capital: reader.total('capital_spend_on', last, draw),
    worseOff: worseOff(model, reader, draw, doNothing),
  };
}

/** Each organisation's worst year against do nothing, worst first. */
function worseOff(
  model: Model,
  reader: Reader,
  draw: number,
  doNothing: number,
): ScenarioSummary['worseOff'] {
  const found = model.document.footprint.organisations.flatMap((organisation) => {
    const at = { organisation: organisation.id };
    const own = reader.series('organisation_position', at, draw);
    const base = reader.series('organisation_position', at, doNothing);
    const changes = own.map((value, year) => value - (base[year] as number));
    const change = Math.min(...changes);
    const year = changes.indexOf(change);
    if (!(change <= -WORTH_TELLING)) return [];
    return [
      { name: organisation.name, year: yearLabel(model.document.horizon.first + year), change },
    ];
  });
  return found.sort((a, b) => a.change - b.change);
}
