/** `--child` and `--scale-up`: the same plan met by something else, and what vanguards would bring. */
import { describe, expect, test, vi } from 'vitest';
import { NCL } from '../../helpers/footprints';
import { json, printed, temporaryDocument } from './terminal';

vi.setConfig({ testTimeout: 60_000 });

const AIREDALE = ['--scale-up', 'airedale-and-partners'];
const SUTTON = ['--scale-up', 'sutton-homes-of-care'];

describe('--child', () => {
  test('every command shows the same child of the chosen scenario', async () => {
    const options = ['-s', 'combined', '--child', 'track-record'];
    const { scenarios } = await json('compare', NCL, '--child', 'track-record');
    const child = scenarios.find((each) => each.id === 'combined-track-record');
    const project = await json('project', NCL, ...options);
    expect(project.scenario).toBe('combined-track-record');
    expect(project.headline.residual).toEqual(child?.residual);
    const bridge = await json('bridge', NCL, ...options);
    expect(bridge.steps.at(-1)?.value).toBeCloseTo(child?.residual.nhs ?? Number.NaN, 9);
    const explained = await json('explain', NCL, 'system_position', ...options);
    expect(explained.value).toBeCloseTo(child?.residual.total ?? Number.NaN, 9);
    for (const command of ['effects', 'claims', 'appraise'] as const) {
      expect((await json(command, NCL, ...options)).scenario).toBe('combined-track-record');
    }
    const flagged = await json('flags', NCL, ...options);
    expect(flagged.scenarios.map((each) => each.scenario)).toEqual(['combined-track-record']);
  });

  test('stands in compare below every scenario that has schemes, and no other', async () => {
    const { scenarios: before } = await json('compare', NCL);
    const { scenarios } = await json('compare', NCL, '--child', 'capital-refused');
    expect(scenarios.map((each) => each.id)).toEqual(
      before.flatMap(({ id, schemes }) =>
        schemes.length > 0 ? [id, `${id}-capital-refused`] : [id],
      ),
    );
    for (const each of before) expect(scenarios).toContainEqual(each);
  });

  test('compare says in a sentence what it comes to, as planned and at track record', async () => {
    const { scenarios } = await json('compare', NCL, '--child', 'track-record');
    const text = await printed('compare', NCL, '--child', 'track-record');
    const net = (id: string) =>
      `£${Math.abs(scenarios.find((each) => each.id === id)?.schemesNet.total ?? 0).toFixed(1)}m`;
    const line = text.split('\n').find((each) => each.startsWith('Ordinary measures: as planned'));
    expect(line).toBe(
      `Ordinary measures: as planned +${net('ordinary')}; at track record +${net('ordinary-track-record')}.`,
    );
  });

  test('a child that was saved is not added a second time, and has no child of its own', async () => {
    const path = temporaryDocument({
      scenarios: [
        { id: 'do-nothing', name: 'Do nothing' },
        { id: 'plan', name: 'Plan', parent: 'do-nothing', on: ['reconfiguration'] },
        { id: 'plan-track-record', name: 'Ours', parent: 'plan' },
      ],
    });
    const { scenarios } = await json('compare', path, '--child', 'track-record');
    expect(scenarios.map((each) => each.name)).toEqual(['Do nothing', 'Plan', 'Ours']);
  });

  test('flags of every scenario has the children too', async () => {
    const { scenarios } = await json('flags', NCL, '--child', 'capital-refused');
    expect(scenarios.map((each) => each.scenario)).toContain('acute-capital-refused');
  });
});

describe('--scale-up', () => {
  test('adds the schemes of the site to the chosen scenario', async () => {
    const before = await json('effects', NCL, '-s', 'acute');
    const after = await json('effects', NCL, '-s', 'acute', ...AIREDALE);
    const schemes = (rows: readonly { scheme: string }[]) => new Set(rows.map((row) => row.scheme));
    const added = [...schemes(after.rows)].filter((each) => !schemes(before.rows).has(each));
    expect(added).toEqual(['airedale-and-partners-care-home-support']);
    expect(after.scenario).toBe('acute');
  });

  test('below do nothing it is a scenario of its own, named after all its sites', async () => {
    const one = await json('project', NCL, ...AIREDALE);
    expect(one.scenario).toBe('airedale-and-partners');
    const text = await printed('project', NCL, ...AIREDALE, ...SUTTON);
    expect(text).toMatch(/· Airedale and Partners and Sutton Homes of Care scaled up ·/);
    const both = await json('effects', NCL, '-s', 'do-nothing', ...AIREDALE, ...SUTTON);
    expect(both.rows.filter((row) => row.kind === 'heading')).toHaveLength(2);
  });

  test('in compare each site stands on its own, with its child', async () => {
    const { scenarios } = await json(
      'compare',
      NCL,
      ...[...AIREDALE, ...SUTTON, '--child', 'track-record'],
    );
    expect(scenarios.slice(-4).map((each) => each.id)).toEqual([
      'airedale-and-partners',
      'airedale-and-partners-track-record',
      'sutton-homes-of-care',
      'sutton-homes-of-care-track-record',
    ]);
  });

  test('an edit reaches what was scaled up', async () => {
    const cell = 'care_home_effect[airedale-and-partners-care-home-support,emergency]';
    const explained = await json('explain', NCL, cell, ...AIREDALE, '--set', `${cell}=-5%`);
    expect(explained).toMatchObject({ value: -0.05, overridden: true });
  });
});
