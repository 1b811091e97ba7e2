/** Plans of the double-count library: read from text, laid over a footprint, put through the ledger. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { createDocument } from '../../shared/document/create-document';
import type { GivenCell } from '../../shared/domain/cell';
import type { Library } from '../../shared/domain/library';
import { DO_NOTHING, type Scenario } from '../../shared/domain/scenario';
import type { Program } from '../../shared/engine/program';
import type { Finding } from '../../shared/finance/double-counts';
import { type Ledger, readLedger } from '../../shared/finance/ledger';
import { type Model, openModel, runScenarios } from '../../shared/finance/open-model';
import { type Reader, readProjection } from '../../shared/finance/read-projection';
import { parseYear } from '../../shared/units/financial-year';
import { must } from './load-library';

type Values = Readonly<Record<string, number | string>>;

export interface Expected {
  readonly code: Finding['code'];
  readonly schemes: readonly string[];
  readonly kind?: Finding['kind'];
  /** £m in 2020/21, lowest and highest. */
  readonly amount: readonly [number, number];
  readonly working: string;
}

export interface PlannedCase {
  readonly name: string;
  readonly story: string;
  readonly footprint: string;
  readonly schemes: readonly {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly values?: Values;
  }[];
  /** Schemes that are on; all of them when absent. */
  readonly on?: readonly string[];
  readonly scenario?: Values;
  readonly expect?: readonly Expected[];
  /** Why the model cannot know. */
  readonly beyond?: string;
}

export function readCases(file: 'planted' | 'clean'): readonly PlannedCase[] {
  const path = fileURLToPath(new URL(`../fixtures/double-counts/${file}.yaml`, import.meta.url));
  return (parse(readFileSync(path, 'utf8')) as { cases: PlannedCase[] }).cases;
}

export interface OpenedCase {
  readonly model: Model;
  readonly reader: Reader;
  readonly scenario: Scenario;
  readonly ledger: Ledger;
}

/** The plan in its last year. The document's own schemes and scenarios make room for the plan's. */
export function openCase(library: Library, plan: PlannedCase): OpenedCase {
  const created = must(createDocument(library, plan.footprint));
  const schemes = plan.schemes.map(({ id, name, type }) => ({ id, name, type }));
  const empty = { ...created, schemes, cells: [], scenarios: [] };
  const { program } = must(openModel(library, empty));
  const cells = plan.schemes.flatMap((scheme) =>
    cellsOf(scheme.values ?? {}, program, { [scheme.type]: scheme.id, scheme: scheme.id }),
  );
  const scenario: Scenario = {
    id: 'plan',
    name: plan.name,
    parent: DO_NOTHING,
    on: plan.on ?? schemes.map(({ id }) => id),
    off: [],
    cells: cellsOf(plan.scenario ?? {}, program, {}),
  };
  const doNothing: Scenario = { id: DO_NOTHING, name: 'Do nothing', on: [], off: [], cells: [] };
  const document = { ...empty, cells, scenarios: [doNothing, scenario] };
  const model: Model = { ...must(openModel(library, document)), document };
  const reader = readProjection(runScenarios(model, [scenario]));
  const ledger = readLedger(model, reader, scenario, reader.years - 1, 0);
  return { model, reader, scenario, ledger };
}

const NAME = /^(\w+)(?:\[([^\]]+)\])?(?:@(.+))?$/;

/** `demand_rate[emergency, older_people]@2018/19: 4%` as a cell; a name must mean something. */
function cellsOf(
  values: Values,
  program: Program,
  own: Readonly<Record<string, string>>,
): GivenCell[] {
  return Object.entries(values).map(([name, text]) => {
    const [, id = '', elements = '', label] = NAME.exec(name) ?? [];
    const over = program.byId.get(id)?.over;
    if (!over) throw new Error(`There is no line '${id}'.`);
    const at = Object.fromEntries(
      Object.entries(own).filter(([dimension]) => over.includes(dimension)),
    );
    for (const element of elements
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean)) {
      const dimension = over.find(
        (each) => !(each in own) && program.dimensions.elements(each).includes(element),
      );
      if (!dimension) throw new Error(`'${element}' is no element of '${id}'.`);
      at[dimension] = element;
    }
    const year = label === undefined ? undefined : parseYear(label);
    if (label !== undefined && year === undefined) throw new Error(`'${label}' is no year.`);
    const value = typeof text === 'number' ? text : Number.parseFloat(text) / 100;
    return {
      line: id,
      at,
      value,
      mark: 'assumption',
      source: 'the plan',
      ...(year === undefined ? {} : { year }),
    };
  });
}

/** True where a finding has the code, the schemes and an amount within the range. */
export const isCaught = (expected: Expected, findings: readonly Finding[]): boolean =>
  findings.some(
    (finding) =>
      finding.code === expected.code &&
      (expected.kind === undefined || finding.kind === expected.kind) &&
      [...finding.schemes].sort().join() === [...expected.schemes].sort().join() &&
      finding.amount >= expected.amount[0] &&
      finding.amount <= expected.amount[1],
  );

/** A finding in a line, for the message of a test. */
export const tell = (finding: Finding): string =>
  `${finding.code}${finding.kind ? ` of ${finding.kind}` : ''} by ${finding.schemes.join(' + ')}: ${finding.amount.toFixed(3)}`;
