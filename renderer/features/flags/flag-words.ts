/** Red flags in the words and the order of a reader. */
import type { FlagRow, FlagTable } from '../../../shared/report/flag-table';

export const LEVEL_WORDS: Readonly<Record<FlagRow['level'], string>> = {
  red: 'Red',
  amber: 'Amber',
  unjudged: 'Cannot be judged',
};

export interface FlagGroup {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  /** The gravest of its findings. */
  readonly level: FlagRow['level'];
  readonly rows: readonly FlagRow[];
  /** Ids of the findings it rests on, each once. */
  readonly evidence: readonly string[];
}

/** A group for each rule that trips; the table tells the gravest first, and that order is kept. */
export function flagGroups({ rows }: FlagTable): readonly FlagGroup[] {
  const groups = new Map<string, FlagRow[]>();
  for (const row of rows) groups.set(row.id, [...(groups.get(row.id) ?? []), row]);
  return [...groups].map(([id, group]) => {
    const [first] = group as [FlagRow, ...FlagRow[]];
    const evidence = group.flatMap((row) => row.evidence.map((each) => each.id));
    return {
      id,
      title: first.title,
      why: first.why,
      level: first.level,
      rows: group,
      evidence: [...new Set(evidence)],
    };
  });
}
