// The arrows of .dependency-cruiser.mjs hold, and the rules bite: a checker that reads nothing
// also finds nothing, so wrong imports are planted and must be found.

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractConfig from 'dependency-cruiser/config-utl/extract-depcruise-config';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const AREAS = ['shared', 'electron', 'renderer'];

const { forbidden = [], options } = await extractConfig(join(ROOT, '.dependency-cruiser.mjs'));
const reasons = new Map(forbidden.map(({ name, comment }) => [name, comment]));

async function check(baseDir: string): Promise<ICruiseResult> {
  const areas = AREAS.filter((area) => existsSync(join(baseDir, area)));
  const { output } = await cruise(
    areas,
    { ...options, baseDir, validate: true, ruleSet: { forbidden } },
    options?.enhancedResolveOptions,
  );
  if (typeof output === 'string') throw new Error('expected a result, not text');
  return output;
}

function describeViolations({ summary }: ICruiseResult): string[] {
  return summary.violations.map(({ from, to, rule, cycle }) => {
    const path = cycle ? cycle.map(({ name }) => name).join(' -> ') : to;
    return `${from} -> ${path}\n    ${rule.name}: ${reasons.get(rule.name)}`;
  });
}

describe('the house', () => {
  test('imports only along the allowed arrows', { timeout: 60_000 }, async () => {
    const result = await check(ROOT);
    const ours = result.modules.filter(({ source }) => AREAS.includes(source.split('/')[0] ?? ''));
    expect(ours.length).toBeGreaterThan(0);
    expect(ours.flatMap(({ dependencies }) => dependencies).length).toBeGreaterThan(0);
    expect(describeViolations(result).join('\n')).toBe('');
  });

  test('reads the host API in renderer/host alone', () => {
    const readers = sourcesOf('renderer').filter(
      (path) =>
        !path.startsWith(join('renderer', 'host')) &&
        /\b(window|globalThis)\.footbridge\b/.test(readFileSync(join(ROOT, path), 'utf8')),
    );
    expect(readers).toEqual([]);
  });
});

function sourcesOf(area: string): string[] {
  if (!existsSync(join(ROOT, area))) return [];
  return readdirSync(join(ROOT, area), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(area, name));
}

// Each planted file breaks the rule it stands beside.
const PLANTED: Record<string, { rule: string; text: string }> = {
  'shared/units/up.ts': { rule: 'room-shared-units', text: `import '../domain/target';` },
  'shared/engine/nhs.ts': { rule: 'room-shared-engine', text: `import '../library/target';` },
  'shared/engine/type-only.ts': {
    rule: 'room-shared-engine',
    text: `import type { Target } from '../library/target';\nexport type T = Target;`,
  },
  'shared/report/host.ts': {
    rule: 'room-shared-report',
    text: `import '../../electron/services/target';`,
  },
  'shared/finance/parse.ts': { rule: 'package-mathjs', text: `import 'mathjs';` },
  'shared/domain/disk.ts': { rule: 'node-only-in-electron', text: `import 'node:fs';` },
  'shared/novelty/new.ts': { rule: 'unlisted-room', text: `import '../units/target';` },
  'electron/services/window.ts': { rule: 'package-electron', text: `import 'electron';` },
  'electron/cli/page.ts': { rule: 'room-electron-cli', text: `import '../../renderer/ui/target';` },
  'electron/services/unlisted.ts': { rule: 'unlisted-package', text: `import 'tinybench';` },
  'electron/ipc/register.ts': { rule: '', text: `import 'electron';` },
  'electron/web-host/serve.ts': {
    rule: 'no-electron-at-second-hand',
    text: `import '../ipc/register';`,
  },
  'renderer/features/schemes/other.tsx': {
    rule: 'room-renderer-features',
    text: `import '../compare/target';`,
  },
  'renderer/features/schemes/own.tsx': { rule: '', text: `import './target';\nimport 'react';` },
  'renderer/features/schemes/grid.tsx': {
    rule: 'package-ag-grid-react',
    text: `import 'ag-grid-react';`,
  },
  'renderer/features/schemes/chart.tsx': {
    rule: 'package-echarts',
    text: `import 'echarts/core';`,
  },
  'renderer/store/kit.ts': { rule: 'package-mantine', text: `import '@mantine/core';` },
  'renderer/store/shell.ts': {
    rule: 'room-renderer-store',
    text: `import '../../electron/services/target';`,
  },
  'renderer/app/contract.ts': {
    rule: 'host-api-only-in-host',
    text: `import '../../shared/contract/target';`,
  },
  'renderer/app/tests.ts': { rule: 'nothing-imports-tests', text: `import '../../tests/target';` },
  'renderer/app/lost.ts': { rule: 'no-unresolvable', text: `import './nowhere';` },
  'renderer/app/orphan.ts': { rule: 'no-orphans', text: 'export const alone = 1;' },
  'shared/stress/one.ts': {
    rule: 'no-circular',
    text: `import type { Two } from './two';\nexport type One = Two | 1;`,
  },
  'shared/stress/two.ts': {
    rule: 'no-circular',
    text: `import type { One } from './one';\nexport type Two = One | 2;`,
  },
};

describe('the rules', () => {
  let house = '';
  let result: ICruiseResult;

  beforeAll(async () => {
    house = realpathSync(mkdtempSync(join(tmpdir(), 'footbridge-boundaries-')));
    symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'), 'junction');
    for (const [path, { text }] of Object.entries(PLANTED)) {
      plant(path, text);
      for (const target of text.matchAll(/'(\.[^']*target)'/g)) {
        plant(join(dirname(path), `${target[1]}.ts`), 'export type Target = 1;');
      }
    }
    result = await check(house);
  }, 60_000);

  afterAll(() => rmSync(house, { recursive: true, force: true }));

  function plant(path: string, text: string): void {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }

  test.each(Object.entries(PLANTED))('%s is judged rightly', (path, { rule }) => {
    // A cycle is reported once, from one of its files.
    const broken = result.summary.violations.filter(
      ({ from, cycle }) => from === path || cycle?.some(({ name }) => name === path),
    );
    const names = broken.map((violation) => violation.rule.name);
    if (rule === '') expect(names).toEqual([]);
    else expect(names).toContain(rule);
  });

  test('each say why they are there', () => {
    expect(forbidden.length).toBeGreaterThan(0);
    expect(forbidden.filter(({ comment }) => !comment)).toEqual([]);
  });
});
