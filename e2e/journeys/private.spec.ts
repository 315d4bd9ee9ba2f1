import { expect, test } from '@playwright/test';
import { ALLOWS_NOBODY, Keyway } from './keyway.ts';

test('nothing leaves the page after it has loaded', async ({ page }) => {
  const keyway = new Keyway(page);
  const requests: string[] = [];
  await keyway.open();
  await expect(keyway.editor).toBeAttached({ timeout: 15_000 });
  await expect(keyway.see.getByRole('button', { name: /^role\/Reader/ })).toBeVisible({ timeout: 15_000 });
  // The prover comes when the page has nothing else to do, before anybody asks.
  await expect(page.getByRole('button', { name: 'Not public' })).toBeVisible({ timeout: 15_000 });
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState('networkidle');

  page.on('request', (request) => requests.push(request.url()));
  await keyway.replaceKeyPolicy(ALLOWS_NOBODY);
  await expect(keyway.ask.getByRole('heading', { name: 'Denied: nothing allows it' })).toBeVisible();
  await keyway.see.getByRole('tab', { name: 'Table' }).click();
  await keyway.paste(ALLOWS_NOBODY);
  await expect(keyway.upToDate).toBeVisible();
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Prove' }).click();
  const questions = page.getByRole('region', { name: 'Prove' });
  await expect(
    questions.getByText('Somebody can do both.').or(questions.getByText('Nobody can do both.')),
  ).toBeVisible();

  expect(requests.filter((url) => !url.startsWith('data:') && !url.startsWith('blob:'))).toEqual([]);
});

test('the page could not send anything even if it wanted to', async ({ page }) => {
  await new Keyway(page).open();
  const outcome = await page.evaluate(async () => {
    const tries = [() => fetch('./'), () => fetch('https://example.com/')];
    const results = await Promise.allSettled(tries.map((attempt) => attempt()));
    return results.map(({ status }) => status);
  });
  expect(outcome).toEqual(['rejected', 'rejected']);
});
