import { expect, test } from '@playwright/test';
import { Keyway } from './keyway.ts';

test('the table is walked, asked and unfolded by keyboard, and goes along with an edit', async ({ page }) => {
  const keyway = new Keyway(page);
  await keyway.open();
  const { see, ask } = keyway;
  await see.getByRole('tab', { name: 'Table' }).click();
  const grid = see.getByRole('grid', { name: 'Who can do what' });
  const use = (who: string) => grid.getByRole('button', { name: new RegExp(`^${who}, Use\\.`) });

  // One tab stop; the arrows go on from it.
  await grid.getByRole('button', { name: /^Account 111122223333, Orders/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(use('Account 111122223333')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(use('role/OrdersApp')).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+Home');
  await expect(grid.getByRole('button', { name: /^Account 111122223333, Orders/ })).toBeFocused();

  // A cell lists what it is made of, and `a` asks about it.
  await use('role/OrdersApp').focus();
  await page.keyboard.press('Enter');
  await expect(see.getByText('OrdersAppUse').first()).toBeVisible();
  await use('role/OrdersApp').focus();
  await page.keyboard.press('a');
  await expect(ask.getByRole('button', { name: /OrdersApp/ }).first()).toBeVisible();

  // A row unfolds to its actions.
  const head = grid.getByRole('button', { name: /^role\/OrdersApp, 1/ });
  await head.focus();
  await page.keyboard.press('Enter');
  await expect(head).toHaveAttribute('aria-expanded', 'true');
  await expect(grid.getByRole('heading', { name: 'Use' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(head).toHaveAttribute('aria-expanded', 'false');

  // What an edit leaves as it was stays, what it changes follows.
  await keyway.replaceKeyPolicy(
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:role/OrdersApp' },
          Action: 'kms:Decrypt',
          Resource: '*',
        },
      ],
    }),
  );
  await expect(keyway.upToDate).toBeVisible();
  await expect(use('role/OrdersApp')).toHaveAccessibleName(/Allowed: 1 of/);
  await use('role/OrdersApp').hover();
  await use('role/OrdersApp').click();
  await expect(see.getByText('Statement 1').first()).toBeVisible();
});
