import { expect, test } from '@playwright/test';
import { Keyway } from './keyway.ts';

test('a secret in the encryption context is pointed out, and stands in the CloudTrail record', async ({
  page,
}) => {
  const keyway = new Keyway(page);
  await keyway.open();
  const { ask } = keyway;
  await expect(ask.getByText('CloudTrail will hold this in plaintext')).toBeHidden();

  await ask.getByRole('button', { name: 'Edit the details of the request' }).click();
  const context = ask.getByRole('group', { name: 'Encryption context' }).first();
  await context.getByRole('button', { name: /^Add/ }).last().click();
  await context.getByRole('textbox').or(context.getByRole('combobox')).nth(-2).fill('password');
  await context.getByRole('textbox').or(context.getByRole('combobox')).last().fill('hunter2');
  await expect(keyway.upToDate).toBeVisible();

  await expect(ask.getByText('CloudTrail will hold this in plaintext')).toBeVisible();
  await expect(ask.getByText('password in the encryption context looks like a password.')).toBeVisible();

  const record = ask.getByRole('button', { name: /^CloudTrail record/ });
  await expect(record).toHaveAttribute('aria-expanded', 'false');
  await ask.getByRole('button', { name: 'Show the record' }).click();
  await expect(record).toHaveAttribute('aria-expanded', 'true');
  await expect(record).toBeFocused();
  await expect(ask.locator('mark')).toContainText('"password": "hunter2"');
  await expect(ask.locator('pre')).toContainText('"eventSource": "kms.amazonaws.com"');
});
