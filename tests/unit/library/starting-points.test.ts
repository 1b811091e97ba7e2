import { beforeAll, describe, expect, test } from 'vitest';
import type { Library } from '../../../shared/domain/library';
import { describeProblem, type Result } from '../../../shared/errors/problem';
import { withSites } from '../../../shared/library/site-table';
import { readWorkedScenarios, toStartingPoint } from '../../../shared/library/worked-scenarios';
import { loadLibrary } from '../../helpers/load-library';

let library: Library;
beforeAll(async () => {
  library = await loadLibrary();
});

const told = (result: Result<unknown>): string =>
  result.ok ? '' : result.problems.map(describeProblem).join('\n');

describe('the table of sites', () => {
  const table = (...rows: string[]) =>
    withSites(
      library.footprints,
      ['footprint,site,name,trust,mark,source,note', ...rows].join('\n'),
    );

  test('gives a footprint its sites and leaves the others alone', () => {
    const read = table('south-west-london,a,A,RJ7,recalled,seen,');
    if (!read.ok) throw new Error(told(read));
    const swl = read.value.find((each) => each.id === 'south-west-london');
    expect(swl?.sites).toEqual([{ id: 'a', name: 'A', trust: 'RJ7' }]);
    expect(read.value[0]?.sites).toEqual(library.footprints[0]?.sites);
  });

  test('tells a trust or footprint that is not there, an id used twice and a missing source', () => {
    expect(told(table('south-west-london,a,A,RJ8,recalled,seen,'))).toContain(
      "'RJ8' is not an acute trust of South West London",
    );
    expect(told(table('south-west-lundon,a,A,RJ7,recalled,seen,'))).toContain(
      "Did you mean 'south-west-london'",
    );
    const twice = 'south-west-london,a,A,RJ7,recalled,seen,';
    expect(told(table(twice, twice))).toContain("'a' is missing or used twice");
    expect(told(table('south-west-london,a,A,RJ7,,,'))).toContain('no mark or no source');
  });
});

describe('schemes that ship with values', () => {
  const value = { value: 1, mark: 'assumption' as const, source: 'Modelling choice' };
  const point = (line: string, year?: string) => {
    const values = [{ line, ...value, ...(year === undefined ? {} : { year }) }];
    const scheme = { id: 'x', name: 'X', type: 'acute_reconfiguration', values };
    return toStartingPoint({ schemes: [scheme], scenarios: [] }, 'x.yaml', library.lines);
  };

  test('have them as cells of their own', () => {
    const read = point('outflow_share', '2018/19');
    if (!read.ok) throw new Error(told(read));
    expect(read.value.cells).toEqual([
      { line: 'outflow_share', at: { acute_reconfiguration: 'x' }, year: 2018, ...value },
    ]);
    const start = point('scheme_start');
    expect(start.ok && start.value.cells[0]?.at).toEqual({ scheme: 'x' });
  });

  test('are refused a line that is no parameter, or no year', () => {
    expect(told(point('outflow_shares'))).toContain("Did you mean 'outflow_share'");
    expect(told(point('gross_release'))).toContain('is not a parameter of such a scheme');
    expect(told(point('population'))).toContain('is not a parameter of such a scheme');
    expect(told(point('outflow_share', 'soon'))).toContain("'soon' is not a financial year");
  });

  test('stand beside scenarios with values of any input', () => {
    const point = (line: string) => {
      const scenario = { id: 's', name: 'S', values: [{ line, at: { setting: 'ae' }, ...value }] };
      return toStartingPoint({ schemes: [], scenarios: [scenario] }, 'x.yaml', library.lines);
    };
    const read = point('volume_growth');
    expect(read.ok && read.value.scenarios[0]?.cells).toEqual([
      { line: 'volume_growth', at: { setting: 'ae' }, ...value },
    ]);
    expect(told(point('volume_growths'))).toContain("Did you mean 'volume_growth'");
    expect(told(point('activity'))).toContain("'activity' is not an input");
  });

  test('belong to a footprint that there is, once', () => {
    const one = '  - {id: south-west-london, schemes: [], scenarios: []}\n';
    const read = (text: string) =>
      readWorkedScenarios(`footprints:\n${text}`, library.lines, ['south-west-london']);
    expect(read(one).ok).toBe(true);
    expect(told(read(one + one))).toContain('stands here twice');
    expect(told(read(one.replace('west', 'vest')))).toContain("Did you mean 'south-west-london'");
  });
});
