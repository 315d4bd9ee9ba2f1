import { expect, test, type Page } from '@playwright/test';
import { Keyway } from './keyway.ts';

const titleOf = (page: Page) => page.getByRole('textbox', { name: 'Scenario title' });
const notice = (page: Page) => page.getByText('also changed in another tab');

test('work changed in two tabs is lost in neither', async ({ page: one, context }) => {
  await new Keyway(one).open();
  const two = await context.newPage();
  await new Keyway(two).open();

  await titleOf(two).fill('Of the second tab');
  await expect(notice(one)).toBeVisible();
  await expect(titleOf(one)).not.toHaveValue('Of the second tab');
  await expect(notice(two)).toBeHidden();

  // The first tab goes on, saves, and so writes over what the second has saved.
  await titleOf(one).fill('Of the first tab');
  await expect(notice(two)).toBeVisible();
  await two.close();

  await one.reload();
  await expect(titleOf(one)).toHaveValue('Of the first tab');
  await one.getByRole('button', { name: 'Other version' }).click();
  await expect(titleOf(one)).toHaveValue('Of the second tab');
  await one.getByRole('button', { name: 'Other version' }).click();
  await expect(titleOf(one)).toHaveValue('Of the first tab');
  await one.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice(one)).toBeHidden();
});
