import { defineConfig } from '@playwright/test';
import { findBrowser } from './tests/helpers/browser';

const browser = await findBrowser();

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // One at a time and never twice: the tests share a machine, and a retry hides a fault.
  workers: 1,
  retries: 0,
  forbidOnly: process.env.CI === 'true',
  reporter: 'list',
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: browser.executablePath,
      args: [...browser.args],
      env: browser.env,
    },
  },
});
