/** Red flags as rows for a reader: the gravest first, with what each rests on. */
import { STRENGTH_MEANING } from '../domain/evidence';
import type { Scenario } from '../domain/scenario';
import type { Model } from '../finance/open-model';
import type { Reader } from '../finance/read-projection';
import { countLevels, evaluateFlags, type FlagFinding, type FlagLevel } from '../stress/red-flags';

export interface FlagEvidence {
  readonly id: string;
  /** Whom or what it was found of. */
  readonly applies: string;
  /** How it was come by, in words. */
  readonly strength: string;
  readonly mark: string;
  readonly source: string;
}

export interface FlagRow {
  /** Unique in its table and the same from run to run. */
  readonly key: string;
  /** R1 to R25. */
  readonly id: string;
  readonly title: string;
  readonly level: FlagLevel;
  readonly sentence: string;
  readonly why: string;
  readonly element: string;
  readonly year: string;
  /** In the unit; null where it could not be calculated. */
  readonly value: number | null;
  /** Null where no number is compared. */
  readonly threshold: number | null;
  /** Unit as written in the model text. */
  readonly unit: string;
  readonly evidence: readonly FlagEvidence[];
  /** The cell to explain. */
  readonly where: FlagFinding['cell'];
}

export interface FlagTable {
  readonly scenario: string;
  readonly name: string;
  readonly rows: readonly FlagRow[];
  /** How many rules there are, and how many of them trip at each level; the gravest level of each counts. */
  readonly rules: number;
  readonly red: number;
  readonly amber: number;
  readonly unjudged: number;
  /** The whole in a sentence, said also when nothing trips. */
  readonly summary: string;
}

/** Judges one draw of a projection. */
export function flagTable(
  model: Model,
  scenario: Scenario,
  reader: Reader,
  draw: number,
): FlagTable {
  const findings = evaluateFlags({ model, scenario, reader, draw });
  const counts = { rules: model.library.redFlags.length, ...countLevels(findings) };
  return {
    scenario: scenario.id,
    name: scenario.name,
    rows: findings.map((each) => toRow(each, model)),
    ...counts,
    summary: summarise(counts),
  };
}

function toRow(finding: FlagFinding, model: Model): FlagRow {
  const { id, title, level, sentence, why, element, year, value, cell } = finding;
  const place = [cell.line, ...Object.values(cell.at)].join('.');
  return {
    key: `${id}.${place}`,
    id,
    title,
    level,
    sentence,
    why,
    element,
    year,
    value: Number.isFinite(value) ? value : null,
    threshold: finding.threshold ?? null,
    unit: model.program.byId.get(cell.line)?.definition.unit ?? '',
    evidence: finding.evidence.flatMap((name) => evidenceOf(name, model)),
    where: cell,
  };
}

function evidenceOf(id: string, model: Model): FlagEvidence[] {
  const row = model.library.evidence.find((each) => each.id === id);
  if (!row) return [];
  const { appliesTo: applies, mark, source } = row;
  return [{ id, applies, strength: STRENGTH_MEANING[row.strength], mark, source }];
}

function summarise(counts: Pick<FlagTable, 'rules' | 'red' | 'amber' | 'unjudged'>): string {
  const { rules, red, amber, unjudged } = counts;
  const told = [
    ...(red > 0 ? [`${red} red`] : []),
    ...(amber > 0 ? [`${amber} amber`] : []),
    ...(unjudged > 0 ? [`${unjudged} that cannot be judged`] : []),
  ];
  return told.length === 0
    ? `All clear: none of the ${rules} red flags trips.`
    : `Of ${rules} red flags: ${told.join(', ')}.`;
}
