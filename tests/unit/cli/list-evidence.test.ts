import { beforeAll, describe, expect, test } from 'vitest';
import { type Listing, list } from '../../../electron/cli/commands/list';
import type { Library } from '../../../shared/domain/library';
import { EVIDENCE_FILE, readEvidence } from '../../../shared/library/evidence-tables';
import {
  readVanguardSites,
  SITE_MODELS_FILE,
  SITES_FILE,
} from '../../../shared/library/vanguard-sites';
import { loadTexts, must } from '../../helpers/load-library';

let library: Library;

beforeAll(async () => {
  const texts = await loadTexts();
  const evidence = must(readEvidence(texts[EVIDENCE_FILE] ?? '', EVIDENCE_FILE));
  const known = new Set(evidence.map((row) => row.id));
  const [sites = '', models = ''] = [texts[SITES_FILE], texts[SITE_MODELS_FILE]];
  // Findings and sites need nothing else of a library.
  library = { evidence, vanguardSites: must(readVanguardSites(sites, models, known)) } as Library;
});

const listed = (what: Listing, name = '', csv = false) =>
  list(library, what, name, { json: false, csv });

describe('list evidence', () => {
  test('prints one row a finding, and says where a finding is in words', () => {
    const lines = listed('evidence').text.split('\n');
    expect(lines).toHaveLength(2 + library.evidence.length);
    expect(lines.find((line) => line.startsWith('VC07'))).toMatch(
      /−0\.18 .*controlled observational .*verified$/,
    );
    expect(lines.find((line) => line.startsWith('VC12'))).toMatch(/in words/);
    expect(lines.find((line) => line.startsWith('AR02'))).toMatch(/0\.01 to 0\.03/);
  });

  test('prints one finding in full, however its id is written', () => {
    const { text } = listed('evidence', 'vc07');
    expect(text).toMatch(
      /^VC07 {2}emergency admissions change\n {2}Finding {6}−0\.18 \(proportion\)/,
    );
    for (const part of [
      '39 Nottingham City',
      '2.5 years',
      'Improvement Analytics Unit',
      'verified: seen',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('prints every column as CSV, of all or of one', () => {
    expect(listed('evidence', '', true).text.split('\n')).toHaveLength(1 + library.evidence.length);
    expect(listed('evidence', 'VC12', true).text).toMatch(
      /^id,family,effect,.*\nVC12,vanguard_care_homes,emergency_admissions_change,proportion,,,,/,
    );
  });

  test('refuses an id that no finding has', () => {
    expect(listed('evidence', 'VC77')).toMatchObject({
      code: 1,
      text: '',
      errors: expect.stringContaining("There is no evidence called 'VC77'. Did you mean"),
    });
  });
});

describe('list vanguards', () => {
  test('prints one row a site', () => {
    const lines = listed('vanguards').text.split('\n');
    expect(lines).toHaveLength(2 + 50);
    expect(lines.find((line) => line.startsWith('sutton-homes-of-care'))).toMatch(
      /EHCH +180,000 +– +care_home_support +VC12 VC13$/,
    );
  });

  test('prints a site in full with what it brings and what it only claims', () => {
    const { text } = listed('vanguards', 'airedale-and-partners');
    expect(text).toMatch(/Brings +care_home_support: Enhanced health in care homes\n/);
    expect(text).not.toMatch(/ value /);
    expect(text).toMatch(
      /Claim +care_home_effect\[emergency\] = −0\.45, verified\. Evidence VC19\./,
    );
    expect(listed('vanguards', 'nottingham-city-ccg').text).toMatch(
      / value +care_home_effect\[emergency\] = −0\.18, verified\. Evidence VC07\./,
    );
  });

  test('prints names, places and sources as CSV', () => {
    const lines = listed('vanguards', '', true).text.split('\n');
    expect(lines).toHaveLength(1 + 50);
    expect(lines[0]).toBe(
      'Id,Type,People,Funding £m,Scheme types,Evidence,Name,Place,Mark,Source,Note',
    );
  });

  test('refuses a site it does not know', () => {
    expect(listed('vanguards', 'suton-homes-of-care').errors).toContain(
      "Did you mean 'sutton-homes-of-care'?",
    );
  });
});
