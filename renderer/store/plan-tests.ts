/** A plan and the tests it can be put to: its track record, capital refused. */
import type { FootbridgeDocument } from '../../shared/domain/document';
import { DO_NOTHING, type Scenario } from '../../shared/domain/scenario';
import type { ChildEntry } from '../compute/catalogue';

export interface PlanTest {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** The child scenario, where the plan has been put to this test; null where not yet. */
  readonly scenario: string | null;
}

export interface TestedPlan {
  readonly plan: Scenario;
  readonly tests: readonly PlanTest[];
}

/** The id that a plan's child has. */
export const testId = (plan: string, child: string): string => `${plan}-${child}`;

/** The plan on show, or the plan whose test is on show; null in do nothing, which plans nothing. */
export function testedPlan(
  document: FootbridgeDocument,
  children: readonly ChildEntry[],
  scenario: string,
): TestedPlan | null {
  const find = (id: string | undefined) => document.scenarios.find((each) => each.id === id);
  const shown = find(scenario);
  const isTest = children.some(({ id }) => shown && shown.id === testId(shown.parent ?? '', id));
  const plan = isTest ? find(shown?.parent) : shown;
  if (!plan || plan.id === DO_NOTHING) return null;
  return {
    plan,
    tests: children.map(({ id, name, description }) => ({
      id,
      name,
      description,
      scenario: find(testId(plan.id, id))?.id ?? null,
    })),
  };
}
