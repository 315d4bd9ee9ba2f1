import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Keyway } from './keyway.ts';

const ADMIN = 'arn:aws:iam::111122223333:role/KeyAdmin';

/** A policy that leaves the application out and lets everyone of the account do everything. */
const NEXT = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Sid: 'Admin', Effect: 'Allow', Principal: { AWS: ADMIN }, Action: 'kms:PutKeyPolicy', Resource: '*' },
    {
      Sid: 'Auditor',
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/Auditor' },
      Action: 'kms:Decrypt',
      Resource: '*',
    },
  ],
});

test('by keyboard: a PutKeyPolicy is asked, what its policy would do is shown, and copied with the answer', async ({
  page,
}) => {
  const keyway = new Keyway(page);
  await keyway.open();
  const type = async (name: string, text: string) => {
    const field = keyway.ask.getByRole('combobox', { name, exact: true });
    await field.focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(text);
    await page.keyboard.press('Enter');
  };
  await type('Principal', ADMIN);
  await type('Operation', 'kms:PutKeyPolicy');
  await keyway.ask.getByRole('button', { name: 'Edit the details of the request' }).press('Enter');
  const policy = keyway.ask.getByRole('textbox', { name: 'Policy', exact: true });
  await policy.focus();
  await page.keyboard.insertText(NEXT);
  await page.keyboard.press('Tab');

  const change = keyway.ask.locator('section').filter({
    has: page.getByRole('heading', { name: 'What the new policy would do' }),
  });
  await expect(change).toContainText('role/Auditor may then do kms:Decrypt');
  await expect(change).toContainText(/role\/OrdersApp may no longer do kms:\w+/);
  await expect(change).toContainText('the lockout safety check passes');
  const { violations } = await new AxeBuilder({ page }).include('[aria-label="Ask"]').analyze();
  expect(violations).toEqual([]);

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await keyway.ask.getByRole('button', { name: 'Copy as text' }).press('Enter');
  await expect(keyway.ask.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(
    /What the new policy would do\n- Under the new policy .* could call kms:PutKeyPolicy again/,
  );
  expect(copied).toContain('- role/Auditor may then do kms:Decrypt');
});
