import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Keyway } from './keyway.ts';

test('the smallest change is previewed, applied by keyboard, turns the verdict, and is taken back', async ({
  page,
}) => {
  const keyway = new Keyway(page);
  await keyway.open();
  await expect(keyway.verdict).toHaveText(/^Denied/);
  const changes = keyway.ask.getByRole('list', { name: 'Changes that turn the answer' });
  const first = changes.getByRole('listitem').first();
  await expect(first).toBeVisible();

  await first.getByRole('button', { name: 'Preview' }).press('Enter');
  await expect(first.getByRole('figure')).toContainText('In the key policy');
  const { violations } = await new AxeBuilder({ page })
    .include('[aria-label="Changes that turn the answer"]')
    .analyze();
  expect(violations).toEqual([]);

  await first.getByRole('button', { name: /^Apply: / }).press('Enter');
  await expect(keyway.verdict).toHaveText('Allowed');
  const undo = keyway.ask.getByRole('button', { name: /^Undo: / });
  await expect(undo).toBeFocused();
  await undo.press('Enter');
  await expect(keyway.verdict).toHaveText(/^Denied/);
});
