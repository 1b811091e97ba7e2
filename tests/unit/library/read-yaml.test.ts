import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readYaml } from '../../../shared/library/read-yaml';

const shape = z.strictObject({
  name: z.string(),
  size: z.number().optional(),
  parts: z.record(z.string(), z.number()).optional(),
});
const read = (text: string) => readYaml(text, 'a.yaml', shape);
const problem = (text: string) => {
  const result = read(text);
  expect(result.ok, text.slice(0, 40)).toBe(false);
  return result.ok ? undefined : result.problems[0];
};

describe('YAML text', () => {
  test('gives plain data that fits its shape', () => {
    expect(read('name: x\nsize: 3')).toEqual({ ok: true, value: { name: 'x', size: 3 } });
  });

  test('is told with file and row where it cannot be read', () => {
    expect(problem('name: x\nsize: [1')).toMatchObject({
      code: 'yaml.syntax',
      place: { file: 'a.yaml', row: 2 },
    });
    expect(problem('name: x\nname: y')).toMatchObject({ code: 'yaml.syntax', place: { row: 2 } });
    expect(problem('name: "x')?.code).toBe('yaml.syntax');
  });

  test('is told with its path where it does not fit', () => {
    expect(problem('name: 3')).toMatchObject({
      code: 'yaml.shape',
      place: { file: 'a.yaml', path: 'name' },
    });
    expect(problem('name: x\nparts: {a: many}')?.place?.path).toBe('parts.a');
    expect(problem('name: x\nextra: 1')?.message).toMatch(/extra/);
    expect(problem('')?.code).toBe('yaml.shape');
    expect(problem('[]')?.code).toBe('yaml.shape');
  });

  test('tells every misfit at once', () => {
    const result = read('name: 3\nsize: x\nextra: 1');
    expect(result.ok ? 0 : result.problems.length).toBe(3);
  });

  test('with aliases is refused, however little it unfolds into', () => {
    const bomb = ['a: &a [x, x]'];
    for (let i = 1; i < 30; i += 1) {
      const [last, own] = [String.fromCharCode(96 + i), String.fromCharCode(97 + i)];
      bomb.push(`${own}: &${own} [*${last}, *${last}, *${last}]`);
    }
    expect(problem(bomb.slice(0, 26).join('\n'))).toMatchObject({
      code: 'yaml.alias',
      place: { file: 'a.yaml', row: 2 },
      remedy: 'Write the value out.',
    });
    expect(problem('name: &n x\nsize: *n')?.code).toBe('yaml.alias');
    expect(problem('name: &n [*n]')?.code).toBe('yaml.alias');
  });

  test('nested by the thousand is refused and never exhausts the stack', () => {
    const deep = [
      '['.repeat(200_000),
      '{a: '.repeat(50_000),
      '- '.repeat(50_000),
      '? '.repeat(50_000),
      Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    ];
    for (const text of deep) expect(problem(text)?.code).toBe('yaml.too-deep');
  });

  test('names nothing that every object inherits', () => {
    expect(problem('name: x\n__proto__: {polluted: true}')?.code).toBe('yaml.shape');
    expect(problem('name: x\nconstructor: 1')?.code).toBe('yaml.shape');
    const result = read('name: x\nparts: {__proto__: 1, constructor: 2, toString: 3}');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    if (result.ok) expect(Object.getPrototypeOf(result.value.parts)).toBe(Object.prototype);
  });

  test('knows no tags that make anything but plain data', () => {
    for (const tag of ['!!js/function "x"', '!!binary aGk=', '!custom 1']) {
      const result = read(`name: ${tag}`);
      if (result.ok) expect(typeof result.value.name).toBe('string');
    }
  });
});
