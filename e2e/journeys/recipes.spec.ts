import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { Keyway } from './keyway.ts';

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }))).toEqual([]);
}

test('by keyboard alone: from Ctrl K to statements in the key policy, and back', async ({ page }) => {
  const keyway = new Keyway(page);
  await keyway.open();
  await expect(keyway.editor).toBeAttached({ timeout: 15_000 });
  await keyway.editor.focus();
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('searchbox', { name: 'Commands and recipes' })).toBeFocused();
  await page.keyboard.type('recipe');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('searchbox', { name: 'Recipes' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type('write cloudtrail');
  await expect(page.getByRole('option')).toHaveText(/^CloudTrail writes log files/);
  await page.keyboard.press('Enter');

  const dialog = page.getByRole('dialog', { name: 'CloudTrail writes log files' });
  const trail = dialog.getByRole('combobox', { name: 'Trails' });
  await expect(trail).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('arn:aws:cloudtrail:us-east-1:111122223333:trail/all');
  const outcome = dialog.getByRole('region', { name: 'What it would do' });
  await expect(outcome.getByText('trail/all')).not.toHaveCount(0);
  await expect(outcome.getByText('Allowed, as intended')).toHaveCount(2);
  await expect(outcome.getByText('Denied, as intended')).toHaveCount(2);
  await expectAccessible(page);

  await dialog.getByRole('button', { name: 'Apply' }).press('Enter');
  await expect(
    page.getByText('CloudTrail writes log files: added 2 statements to the key policy.'),
  ).toBeVisible();
  await expect(page.getByText('6 statements')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(page.getByText('4 statements')).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('a value that does not fit is explained, and both halves of cross-account use are added', async ({
    page,
  }) => {
    await page.goto('./');
    await page.getByRole('button', { name: /^Policy/ }).click();
    await page.getByRole('button', { name: 'Recipe', exact: true }).click();
    await page.getByRole('option', { name: /^Use by roles of another account/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Use by roles of another account' });
    const roles = dialog.getByRole('combobox', { name: 'Users and roles' });
    await expect(roles).toHaveValue('arn:aws:iam::444455556666:role/Reader');
    await roles.fill('arn:aws:iam::111122223333:role/Reader');
    await expect(dialog.getByText(/is in the key's own account/)).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Apply' })).toBeDisabled();
    await roles.fill('arn:aws:iam::444455556666:role/Reader');
    // The example's own Deny still stops the partner, and the form says so before anything is added.
    await expect(dialog.getByText('Still denied')).toBeVisible();
    await expect(dialog.getByText('In a new IAM policy UseSharedKey of role/Reader')).toBeVisible();
    // Leaving the field closes its suggestions.
    await roles.press('Tab');
    await expectAccessible(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await expect(page.getByText(/added 1 statement to the key policy and 1 IAM policy/)).toBeVisible();
  });

  test('commands are behind More', async ({ page }) => {
    await page.goto('./');
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('button', { name: /^Search commands and recipes/ }).click();
    const search = page.getByRole('dialog').getByRole('searchbox');
    await expect(search).toBeFocused();
    await expect(page.getByRole('dialog', { name: 'More' })).toBeHidden();
    await search.fill('cloudtrail');
    await expectAccessible(page);
    await page
      .getByRole('option', { name: /CloudTrail/ })
      .first()
      .click();
    await expect(page.getByRole('dialog', { name: /CloudTrail/ })).toBeVisible();
  });
});
