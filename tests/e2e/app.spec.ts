// The screen as a finance director meets it: the real program, real keys, and the command line's figures.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import {
  cell,
  commandLine,
  figure,
  openSheet,
  type RunningApp,
  startApp,
  watch,
} from './running-app';

const FOOTPRINT = 'north-central-london';
const GROWTH = 'volume_growth.emergency';
const GRID_SHEETS = [
  'Baseline',
  'Assumptions',
  'Do nothing',
  'Schemes',
  'What schemes do',
  'Transformed',
];
/** Copied to build/pictures when they have changed for the better. */
const PICTURES = fileURLToPath(new URL('../../test-results', import.meta.url));
const BELIEF_SHEETS = ['Red flags', 'Claims', 'Evidence'];
const SHEETS = ['Overview', ...GRID_SHEETS, 'Compare', 'Appraisal', ...BELIEF_SHEETS];

let app: RunningApp;
let token: string;

// One program for all; its address works once, so the token it gave is handed to each later page.
test.beforeAll(async ({ browser }) => {
  app = await startApp(FOOTPRINT);
  const first = await browser.newPage();
  await first.goto(app.address);
  await expect(headline(first)).toBeVisible({ timeout: 30_000 });
  token = await first.evaluate(() => sessionStorage.getItem('footbridge.token') ?? '');
  await first.close();
});

test.afterAll(() => app.stop());

const headline = (page: Page) => page.locator('[data-figure="do-nothing"]');

async function open(page: Page, size = { width: 1440, height: 900 }): Promise<void> {
  await page.setViewportSize(size);
  await page.addInitScript((known) => sessionStorage.setItem('footbridge.token', known), token);
  await page.goto(app.origin);
  await expect(headline(page)).toBeVisible({ timeout: 30_000 });
}

/** Opens the row of emergency growth on the Assumptions sheet. */
async function openGrowth(page: Page): Promise<void> {
  await openSheet(page, 'Assumptions');
  await page.getByLabel('Filter assumptions').fill('emergency growth in activity');
  await expect(cell(page, GROWTH, 1)).toBeVisible();
}

test('every sheet opens with no complaint and no request to anywhere else', async ({ page }) => {
  const seen = watch(page);
  await open(page);
  await expect(headline(page)).toContainText('−£876.0m');
  for (const sheet of SHEETS) {
    await openSheet(page, sheet);
    await expect(page.getByRole('main').locator('h1')).toBeVisible();
  }
  expect(seen.complaints).toEqual([]);
  expect(seen.requests.filter((url) => !url.startsWith(`${app.origin}/`))).toEqual([]);
});

test('an assumption typed over moves the headline as the command line says, and undo takes it back', async ({
  page,
}) => {
  await open(page);
  const before = await figure(page, 'do-nothing');
  await openGrowth(page);
  await cell(page, GROWTH, 1).click();
  await page.keyboard.type('3.5%');
  await page.keyboard.press('Enter');
  await expect(cell(page, GROWTH, 1)).toHaveText('3.50%');
  // Fill right over the other years, as in any workbook.
  await cell(page, GROWTH, 1).click();
  for (let year = 2; year <= 5; year += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+r');
  await expect(cell(page, GROWTH, 5)).toHaveText('3.50%');

  const told = commandLine('project', FOOTPRINT, '--set', 'volume_growth[emergency]=3.5%');
  await expect.poll(() => figure(page, 'do-nothing')).toBeCloseTo(told.headline.doNothing.nhs, 6);
  expect(told.headline.doNothing.nhs).toBeLessThan(before - 1);
  await expect(headline(page)).toContainText('last edit');

  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => figure(page, 'do-nothing')).toBe(before);
  await page.keyboard.press('Control+y');
  await page.keyboard.press('Control+y');
  await expect.poll(() => figure(page, 'do-nothing')).toBeCloseTo(told.headline.doNothing.nhs, 6);
  await cell(page, GROWTH, 4).click();
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('3.50%');
  // Changed cells flash for a moment; the picture is of what stays.
  await expect(page.locator('.ag-cell-data-changed, .ag-cell-data-changed-animation')).toHaveCount(
    0,
  );
  await page.screenshot({ path: join(PICTURES, 'edited.png') });
});

test('an edit of one year is the command line’s edit of that year, and Delete resets it', async ({
  page,
}) => {
  await open(page);
  const before = await figure(page, 'do-nothing');
  await openGrowth(page);
  await cell(page, GROWTH, 2).click();
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  const told = commandLine('project', FOOTPRINT, '--set', 'volume_growth[emergency]@2017/18=4%');
  await expect.poll(() => figure(page, 'do-nothing')).toBeCloseTo(told.headline.doNothing.nhs, 6);
  await cell(page, GROWTH, 2).click();
  await page.keyboard.press('Delete');
  await expect.poll(() => figure(page, 'do-nothing')).toBe(before);
});

test('an edit for this scenario only leaves do nothing where it was', async ({ page }) => {
  await open(page);
  const doNothing = await figure(page, 'do-nothing');
  const residual = await figure(page, 'residual');
  await openGrowth(page);
  await page.getByText('This scenario only').click();
  await cell(page, GROWTH, 5).click();
  await page.keyboard.type('9%');
  await page.keyboard.press('Enter');
  await expect.poll(() => figure(page, 'residual')).not.toBe(residual);
  expect(await figure(page, 'do-nothing')).toBe(doNothing);
});

test('text where a number belongs is refused beside the cell, and nothing changes', async ({
  page,
}) => {
  await open(page);
  const before = await figure(page, 'do-nothing');
  await openGrowth(page);
  await cell(page, GROWTH, 2).click();
  await page.keyboard.type('plenty');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('‘plenty’'.slice(1, -1));
  await page.keyboard.press('Escape');
  await expect(cell(page, GROWTH, 2)).toHaveText('2.90%');
  expect(await figure(page, 'do-nothing')).toBe(before);
  await expect(page.getByText('No edits yet')).toBeVisible();
});

test('numbers pasted from a spreadsheet land as one edit, all or none', async ({ page }) => {
  await open(page);
  await openGrowth(page);
  await cell(page, GROWTH, 1).click();
  const paste = (text: string) =>
    page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    }, text);
  await paste('3.1%\t(0.5%)\t3.3');
  await expect(cell(page, GROWTH, 1)).toHaveText('3.10%');
  await expect(cell(page, GROWTH, 2)).toHaveText('−0.50%');
  await expect(cell(page, GROWTH, 3)).toHaveText('3.30%');
  await expect(page.getByText('1 edit', { exact: true })).toBeVisible();
  await paste('1\t2\t3\t4\t5\t6\t7');
  await expect(page.getByRole('alert')).toContainText('2 of 7 values do not fit');
  await paste('4%\tplenty');
  await expect(page.getByRole('alert')).toContainText('plenty');
  await expect(cell(page, GROWTH, 1)).toHaveText('3.10%');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(cell(page, GROWTH, 1)).toHaveText('2.90%');
});

test('another scenario brings its own residual and its own bridge', async ({ page }) => {
  await open(page);
  await openSheet(page, 'Compare');
  const combined = await figure(page, 'residual');
  const steps = page.locator('.fb-figure-data').first().locator('tbody tr');
  const count = await steps.count();
  await page.getByRole('button', { name: /^Scenario .*Choose another$/ }).click();
  await page.getByRole('option', { name: /^Social care investment/ }).click();
  await expect.poll(() => figure(page, 'residual')).not.toBe(combined);
  await expect(steps).not.toHaveCount(count);
  // One bar for each row of the bridge's own table.
  const picture = page.getByRole('img', { name: /^From Do nothing to Social care investment/ });
  await expect(picture).toBeVisible();
  for (const label of await steps.locator('th').allTextContents()) {
    const first = label.split(' ')[0] ?? label;
    await expect(picture.locator('svg')).toContainText(first);
  }
});

test('a number explains itself down to a value somebody gave', async ({ page }) => {
  await open(page);
  await openSheet(page, 'Transformed');
  // The first organisation: below the group's five lines and its total.
  await page.locator('[row-id^="commissioners."] [col-id="v5"]').nth(7).click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector).toContainText('Formula');
  await inspector.locator('.fb-inputs button').first().click();
  await expect(inspector.locator('.fb-back')).toBeVisible();
  await inspector.locator('.fb-back').click();
  await expect(inspector.locator('.fb-back')).toBeHidden();
});

test('the reading view holds the numbers of the grid', async ({ page }) => {
  await open(page);
  await openSheet(page, 'Do nothing');
  const shown = await cell(page, 'commissioners.allocation', 0).textContent();
  await page.getByText('Table', { exact: true }).click();
  const row = page.getByRole('row', { name: /^Allocations/ });
  await expect(row).toContainText(shown ?? 'a number');
});

test('another footprint opens on its own published gap, and undo brings the edits back', async ({
  page,
}) => {
  await open(page);
  await openGrowth(page);
  await cell(page, GROWTH, 1).click();
  await page.keyboard.type('5%');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 edit', { exact: true })).toBeVisible();
  await expect(headline(page)).toContainText(/£[\d.]+m last edit/);
  const edited = await figure(page, 'do-nothing');
  await page.getByRole('button', { name: /^Footprint:/ }).click();
  await page.getByLabel('Search footprints').fill('birmingham');
  await page.getByRole('option', { name: /Birmingham and Solihull/ }).click();
  await expect(headline(page)).toContainText('−£712.0m');
  await expect(page.getByText('No edits yet')).toBeVisible();
  await page.getByRole('button', { name: /^Undo: Open Birmingham/ }).click();
  await expect.poll(() => figure(page, 'do-nothing')).toBeCloseTo(edited, 6);
  await expect(page.getByText('1 edit', { exact: true })).toBeVisible();
});

test('a footprint that published no gap speaks of no calibration', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: /^Footprint:/ }).click();
  await page.getByLabel('Search footprints').fill('somerset');
  await page.getByRole('option', { name: /^\d+\s*Somerset/ }).click();
  await expect(headline(page)).toContainText('No gap was published');
  for (const sheet of ['Overview', 'Do nothing']) {
    await openSheet(page, sheet);
    await expect(page.getByRole('main').locator('h1')).toBeVisible();
    await expect(page.getByText(/hatched|set to meet|nobody has said/i)).toHaveCount(0);
  }
});

test('the inspector names do nothing for a number of do nothing', async ({ page }) => {
  await open(page, { width: 1280, height: 800 });
  await openSheet(page, 'Do nothing');
  await cell(page, 'commissioners.allocation', 2).click();
  await page.keyboard.press('Enter');
  const where = page.locator('.fb-inspector-where');
  await expect(where).toHaveText('2017/18 · Do nothing');
  const labels = page.locator('.fb-label-text', { hasText: /^Local pressures/ });
  for (const label of await labels.all()) {
    expect(await label.evaluate((box) => box.scrollHeight - box.clientHeight)).toBeLessThan(2);
  }
});

test('do nothing offers no value of its own', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: /^Scenario .*Choose another$/ }).click();
  await page.getByRole('option', { name: /^Do nothing/ }).click();
  await openSheet(page, 'Assumptions');
  await expect(page.getByRole('radio', { name: 'This scenario only' })).toBeDisabled();
});

test('a vanguard is scaled up in two clicks, and the claims follow', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: /^Scenario .*Choose another$/ }).click();
  await page.getByRole('option', { name: /^Social care investment/ }).click();
  await openSheet(page, 'Claims');
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { name: /Social care investment/ })).toBeVisible();
  await expect(main).not.toContainText('Care home residents');
  await openSheet(page, 'Schemes');
  await page.getByRole('button', { name: 'Scale up a vanguard' }).click();
  await page.getByRole('option', { name: /^Nottingham City/ }).click();
  await expect(page.getByRole('status').filter({ hasText: 'scaled up' })).toBeVisible();
  const added = page.getByRole('checkbox', { name: /Nottingham City.* in Social care investment/ });
  await expect(added.first()).toBeChecked();
  await openSheet(page, 'Claims');
  await expect(main).toContainText('Care home residents');
  await page.getByRole('button', { name: /^Undo: Scale up/ }).click();
  await expect(main).not.toContainText('Care home residents');
});

test('a vanguard that was measured to change nothing costs and claims nothing', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('button', { name: /^Scenario .*Choose another$/ }).click();
  await page.getByRole('option', { name: /^Precept taken early/ }).click();
  await openSheet(page, 'Schemes');
  const before = await figure(page, 'schemes-net');
  await page.getByRole('button', { name: 'Scale up a vanguard' }).click();
  await page.getByRole('option', { name: /^Sutton Homes of Care/ }).click();
  await expect.poll(() => figure(page, 'schemes-net')).toBeLessThan(before);
  await openSheet(page, 'Claims');
  await expect(page.getByRole('main')).not.toContainText('Care home residents');
});

test('a plan at its track record stands against itself as planned', async ({ page }) => {
  await open(page);
  const tests = page.getByRole('region', { name: 'The plan put to the test' });
  const planned = await figure(page, 'residual');
  await tests.getByRole('button', { name: 'Track record' }).click();
  await expect.poll(() => figure(page, 'residual')).not.toBe(planned);
  await expect(page.getByRole('button', { name: /^against Everything together\./ })).toBeVisible();
  await expect(tests.getByRole('button', { name: /^Track record −£/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(tests.getByRole('status')).toHaveText(/^As planned .*; track record .*m\.$/);
  await expect(page.getByRole('main')).toContainText('Put to the test');
  await tests.getByRole('button', { name: /^As planned/ }).click();
  await expect.poll(() => figure(page, 'residual')).toBe(planned);
});

test('a scheme is added, renamed and removed by keyboard', async ({ page }) => {
  await open(page);
  await openSheet(page, 'Schemes');
  await page.getByRole('button', { name: 'Add a scheme' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('care shift');
  await page.keyboard.press('Enter');
  const told = page.getByRole('status').filter({ hasText: 'Care shift added' });
  await expect(told).toBeVisible();
  await page.getByRole('button', { name: 'Rename or remove Care shift' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Rename' }).press('Enter');
  await expect(page.getByLabel('New name of Care shift')).toBeFocused();
  await page.keyboard.type('Ambulatory care');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Rename or remove Ambulatory care' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Remove' }).press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Undo brings it back' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: /Ambulatory care/ })).toHaveCount(0);
});

test('a parameter shows who has done it, and its evidence is one click away', async ({ page }) => {
  await open(page);
  await openSheet(page, 'Schemes');
  await page.getByLabel('Filter what schemes assume').fill('care home support activity');
  await page.locator('[row-id*="care_home_effect"] [col-id="v0"]').first().click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector).toContainText('Has anyone done this?');
  await inspector.getByRole('button', { name: 'Evidence VC07' }).first().click();
  await expect(page.locator('[data-finding="VC07"]')).toBeFocused();
  await page.getByRole('button', { name: 'Back to Schemes' }).click();
  await expect(page.getByRole('heading', { name: 'Schemes', exact: true })).toBeVisible();
});

test('the appraisal is worked out where it is read, and follows the scenario on show', async ({
  page,
}) => {
  await open(page);
  await openSheet(page, 'Appraisal');
  const main = page.getByRole('main');
  await expect(
    main.getByRole('heading', { name: 'Does it pay? Everything together' }),
  ).toBeVisible();
  await expect(main).toContainText('has no capital in it');
  await expect(main).toContainText('neither depreciation nor the dividend');
  await page.getByRole('button', { name: /^Scenario .*Choose another$/ }).click();
  await page.getByRole('option', { name: /^Acute reconfiguration/ }).click();
  await expect(
    main.getByRole('heading', { name: 'Does it pay? Acute reconfiguration' }),
  ).toBeVisible();
  await expect(main.getByText('Calculating')).toHaveCount(0);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`no sheet fails the accessibility rules in ${scheme} colours`, async ({ page }) => {
    test.setTimeout(120_000);
    await open(page);
    if (scheme === 'dark') await page.getByRole('button', { name: 'Show in dark colours' }).click();
    // Baseline, Transformed and What schemes do are built as Assumptions and Do nothing are.
    const built = ['Baseline', 'Transformed', 'What schemes do'];
    for (const sheet of SHEETS.filter((each) => !built.includes(each))) {
      await openSheet(page, sheet);
      if (GRID_SHEETS.includes(sheet)) await page.locator('[col-id="v0"].ag-cell').nth(4).click();
      if (sheet === 'Appraisal')
        await expect(page.getByText('All schemes together')).toHaveCount(2);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations.map(({ id, nodes }) => [sheet, id, nodes[0]?.html])).toEqual([]);
    }
  });
}

test('zoomed to 200% the page needs no sideways scroll and its panels fold away', async ({
  page,
}) => {
  await open(page, { width: 640, height: 400 });
  const overhang = () =>
    page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  for (const sheet of ['Overview', 'Assumptions', 'Schemes', 'Compare', ...BELIEF_SHEETS]) {
    await page.getByRole('button', { name: 'Sheets' }).click();
    await openSheet(page, sheet);
    expect(await overhang()).toBeLessThanOrEqual(0);
  }
});

test('an address that was used already says how to get another', async ({ page, browser }) => {
  await open(page);
  await page.reload();
  await expect(headline(page)).toBeVisible({ timeout: 30_000 });
  const other = await browser.newPage();
  await other.goto(app.address);
  await expect(other.getByRole('heading', { name: 'Start Footbridge again' })).toBeVisible();
  await other.close();
});

test('pictures for the README', async ({ page }) => {
  await open(page, { width: 1600, height: 900 });
  await openSheet(page, 'Transformed');
  await page.locator('[row-id^="providers."] [col-id="v4"]').nth(4).click();
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('Formula');
  await page.screenshot({ path: join(PICTURES, 'transformed.png') });
  await openSheet(page, 'Do nothing');
  await page.locator('[row-id="system.total"], [row-id^="providers."]').first().waitFor();
  await page.screenshot({ path: join(PICTURES, 'do-nothing.png') });
  await openSheet(page, 'Compare');
  await expect(page.getByRole('img').first().locator('svg')).toBeVisible();
  await page.screenshot({ path: join(PICTURES, 'compare.png') });
});
