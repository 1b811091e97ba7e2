/**
 * A commissioner's saving on a contract with the footprint's own trusts, or on the Better Care Fund, is the
 * other side's loss of income. Schemes that take cost out of the same care book the other half of the pound.
 */

import { sumOf } from '../../units/sum';
import { eachCell } from '../line-cells';
import type { Reader } from '../read-projection';
import { type Finding, inOrder, type Look, WORTH_TELLING } from './finding';

/** What commissioners pay into it is what councils receive. */
const BETTER_CARE_FUND = 'better_care_fund';
/** The part of trusts' cost that patients are cared for in. */
const CARE = 'clinical';

export function samePound(look: Look): Finding[] {
  const { model, reader, year, draw } = look;
  const settings = model.program.dimensions.elements('setting');
  const declared = eachCell(reader, 'service_claim', year, draw);
  const spend = eachCell(reader, 'service_spend_claim', year, draw);
  return [...declared, ...spend].flatMap(({ at, value }): Finding[] => {
    const { scheme = '', service = '' } = at;
    const isSetting = settings.includes(service);
    if (!isSetting && service !== BETTER_CARE_FUND) return [];
    const amount = value * (isSetting ? insidePart(reader, service, year, draw) : 1);
    if (!(amount >= WORTH_TELLING)) return [];
    const partners = isSetting ? trustSide(reader, service, year, draw) : [];
    // The commissioner's scheme first: it is the one that saves nothing.
    const others = inOrder(look, partners).filter((id) => id !== scheme);
    const schemes = [scheme, ...others];
    return [
      { code: 'same_pound', schemes, kind: 'service', place: [service], amount, removed: false },
    ];
  });
}

/** The part of a setting's spend that goes to the footprint's own trusts. */
function insidePart(reader: Reader, setting: string, year: number, draw: number): number {
  const contracts = eachCell(reader, 'contract', year, draw);
  const own = contracts.filter(({ at }) => at.setting === setting);
  const all = reader.value('service_pot', { service: setting }, year, draw);
  return all > 0 ? Math.min(1, sumOf(own, ({ value }) => value) / all) : 0;
}

/** Schemes that take cost out of trusts' care: by fewer patients in the setting, or as they declare. */
function trustSide(reader: Reader, setting: string, year: number, draw: number): string[] {
  const released = eachCell(reader, 'activity_cost_released', year, draw).filter(
    ({ at }) => at.setting === setting,
  );
  const taken = ['line_declared_claim', 'line_unspoken_claim']
    .flatMap((line) => eachCell(reader, line, year, draw))
    .filter(({ at }) => at.cost_line === CARE);
  return [...released, ...taken].filter(({ value }) => value > 0).map(({ at }) => at.scheme ?? '');
}
