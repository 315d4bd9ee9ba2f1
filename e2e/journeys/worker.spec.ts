import { expect, test } from '@playwright/test';
import { ALLOWS_NOBODY, Keyway } from './keyway.ts';

declare global {
  interface Window {
    engineWorkers: Worker[];
  }
}

test('an engine that dies is replaced, and the text is safe', async ({ page }) => {
  await page.addInitScript(() => {
    window.engineWorkers = [];
    const Original = window.Worker;
    window.Worker = class extends Original {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        if (options?.name === 'engine') window.engineWorkers.push(this);
      }
    };
  });
  const keyway = new Keyway(page);
  await keyway.open();
  await expect(keyway.editor).toBeAttached({ timeout: 15_000 });

  // The engine goes away without a word while an answer is due.
  await page.evaluate(() => window.engineWorkers.at(-1)?.terminate());
  await keyway.replaceKeyPolicy(ALLOWS_NOBODY);

  await expect(keyway.ask.getByRole('heading', { name: 'Denied: nothing allows it' })).toBeVisible({
    timeout: 20_000,
  });
  await expect(keyway.upToDate).toBeVisible({ timeout: 20_000 });
  expect(await page.evaluate(() => window.engineWorkers.length)).toBeGreaterThan(1);
});
