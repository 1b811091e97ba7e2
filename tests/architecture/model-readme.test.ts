/** The guide to the formula language must not fall behind the language. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FUNCTIONS, YEAR_NAMES } from '../../shared/formula/functions';

const guide = readFileSync(new URL('../../models/calculation/README.md', import.meta.url), 'utf8');

describe('the guide to the formula language', () => {
  it.each(FUNCTIONS.map((each) => [each.name, each] as const))(
    'tells what %s gives, with its example',
    (_, each) => {
      expect(guide).toContain(
        `| \`${each.name}\` | ${each.summary} | \`${each.example.formula}\` = ${each.example.result} |`,
      );
    },
  );

  it('tells of every counter of the year', () => {
    for (const [name, meaning] of Object.entries(YEAR_NAMES))
      expect(guide).toContain(`- \`${name}\`: ${meaning}`);
  });
});
