/** What a number is said to be made of has to make it up. */
import { beforeAll, describe, expect, test } from 'vitest';
import { createDocument } from '../../../shared/document/create-document';
import type { FootbridgeDocument } from '../../../shared/domain/document';
import type { Library } from '../../../shared/domain/library';
import { explain } from '../../../shared/report/explain';
import { NCL } from '../../helpers/footprints';
import { loadLibrary, must } from '../../helpers/load-library';

let library: Library;
let document: FootbridgeDocument;
beforeAll(async () => {
  library = await loadLibrary();
  document = must(createDocument(library, NCL));
});

const told = (line: string, at: Record<string, string>, scenario = 'do-nothing') =>
  must(explain(library, document, { scenario, line, at, year: 2020, depth: 2 }));

const sumOfInputs = (each: ReturnType<typeof told>): number =>
  each.inputs.reduce((sum, input) => sum + (input.value ?? 0), 0);

describe('the inputs of a number', () => {
  test('add up to the position of every organisation', () => {
    for (const { id } of document.footprint.organisations) {
      const position = told('organisation_position', { organisation: id }, 'combined');
      expect(position.inputs.length, id).toBeGreaterThan(0);
      expect(sumOfInputs(position), id).toBeCloseTo(position.value ?? Number.NaN, 9);
      for (const input of position.inputs) expect(input.element, id).not.toMatch(/^every/);
    }
  });

  test('of a sector are its own organisations and no other', () => {
    const nhs = told('sector_position', { sector: 'nhs' });
    const care = told('sector_position', { sector: 'social_care' });
    expect(sumOfInputs(nhs)).toBeCloseTo(nhs.value ?? Number.NaN, 9);
    expect(sumOfInputs(care)).toBeCloseTo(care.value ?? Number.NaN, 9);
    expect(care.inputs.map((each) => each.element)).toContain('Barnet');
    expect(nhs.inputs.map((each) => each.element)).not.toContain('Barnet');
    expect(care.sentence).not.toMatch(/Whittington/);
  });

  test('picked by name are that element alone', () => {
    const fund = told('better_care_fund', { council: '717' });
    const [spend] = fund.inputs;
    expect(spend?.at).toEqual({ direct_service: 'better_care_fund' });
    expect(fund.formula).toContain('"better_care_fund"');
  });

  test('that are index numbers of several settings are not added up', () => {
    const paid = told('outside_income', { provider: 'RKE' });
    const index = paid.inputs.find((each) => each.line === 'outside_price_index');
    expect(index?.value).toBeNull();
    expect(told('volume_growth', {}).sentence).toContain('name one: setting');
  });
});

test('a position that falls is worse than the year before, and a cost that rises is more', () => {
  expect(told('system_position', {}).sentence).toMatch(/ worse than the year before/);
  expect(told('provider_cost', { provider: 'RKE' }).sentence).toMatch(/ more than the year before/);
});
