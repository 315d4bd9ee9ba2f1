import AxeBuilder from '@axe-core/playwright';
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

test('what AWS would say can be opened, and is accessible with the record', async ({ page }) => {
  const keyway = new Keyway(page);
  await keyway.open();
  await keyway.ask.getByRole('button', { name: 'What AWS would tell the caller' }).click();
  await expect(keyway.ask.getByText(/is not authorized to perform: kms:Decrypt/).first()).toBeVisible();
  await expect(keyway.ask.getByRole('heading', { name: 'What it leaves out' })).toBeVisible();
  await keyway.ask.getByRole('button', { name: /^CloudTrail record/ }).click();
  await expect(keyway.ask.locator('pre').first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }))).toEqual([]);
});

test('a session policy is typed into the request, and its problem said with its place', async ({ page }) => {
  const keyway = new Keyway(page);
  await keyway.open();
  const { ask } = keyway;
  await ask.getByRole('button', { name: 'Edit the details of the request' }).click();
  await ask.getByRole('button', { name: 'Add session policy' }).click();
  const policy = ask.getByRole('textbox', { name: 'Session policy' });
  await policy.fill('{\n  "Statement": [,]\n}');
  await ask.getByRole('button', { name: 'Line 2, column 17' }).click();
  await expect(policy).toBeFocused();
  await expect(ask.getByText("The session policy can't be read, so it allows nothing here.")).toBeVisible();

  await policy.fill('{ "Statement": [{ "Effect": "Deny", "Action": "kms:*", "Resource": "*" }] }');
  await expect(ask.getByText(/in the session policy/).first()).toBeVisible();
});
