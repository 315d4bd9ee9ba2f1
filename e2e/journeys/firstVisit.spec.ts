import { expect, test } from '@playwright/test';
import { ALLOWS_NOBODY, Keyway } from './keyway.ts';

test('the first visit shows a policy, an answer and the statement that decided', async ({ page }) => {
  const keyway = new Keyway(page);
  await keyway.open();

  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(keyway.verdict).toHaveText('Denied by a Deny statement');
  await expect(keyway.ask.getByText('in the key policy denies this request')).toBeVisible();
  await expect(
    keyway.trace.getByRole('treeitem', { name: /DenyOutsideOrg denies this request, lines 31–41/ }),
  ).toBeVisible();

  // Lit without a click, in the text and in the graph.
  await expect(keyway.write.getByText('applies and decides')).toBeVisible({ timeout: 15_000 });
  await expect(
    keyway.see.getByRole('button', { name: /^role\/Reader, 444455556666\. Denied: Use/ }),
  ).toBeVisible();
  await expect(page).toHaveTitle(/^Denied · .* · Keyway$/);
});

test('the answer follows the encryption context, with its reason', async ({ page }) => {
  const keyway = new Keyway(page);
  await keyway.open();
  await keyway.paste(
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'OnlyTenantA',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
          Action: 'kms:Decrypt',
          Resource: '*',
          Condition: { StringEquals: { 'kms:EncryptionContext:tenant': 'a' } },
        },
      ],
    }),
  );
  await expect(keyway.verdict).toHaveText('Denied: nothing allows it');
  await expect(keyway.ask.getByText('would allow it, but the condition on')).toBeVisible();

  await keyway.setEncryptionContext('tenant', 'a');
  await expect(keyway.verdict).toHaveText('Allowed');
  await expect(keyway.ask.getByText('in the key policy allows it, and no Deny applies')).toBeVisible();

  await keyway.setEncryptionContext('tenant', 'b');
  await expect(keyway.verdict).toHaveText('Denied: nothing allows it');
  await expect(
    keyway.trace.getByRole('treeitem', { name: /kms:EncryptionContext:tenant StringEquals does not hold/ }),
  ).toBeVisible();
});

test('broken JSON keeps the last valid answer, and says so, until it is whole again', async ({ page }) => {
  const keyway = new Keyway(page);
  await keyway.open();
  const broken = '{ "Version": "2012-10-17", "Statement": [ { "Sid": "Half", ';
  await keyway.replaceKeyPolicy(broken);

  await expect(page.getByText('Last valid version', { exact: true })).toBeVisible();
  await expect(keyway.verdict).toHaveText('Denied by a Deny statement');
  await expect(keyway.write.getByText(/last valid version/i).first()).toBeVisible();

  await keyway.replaceKeyPolicy(ALLOWS_NOBODY);
  await expect(keyway.upToDate).toBeVisible();
  await expect(keyway.verdict).toHaveText('Denied: nothing allows it');
});

test('work is there again after a reload, also when it is broken', async ({ page }) => {
  const keyway = new Keyway(page);
  await keyway.open();
  await keyway.replaceKeyPolicy('{ "Version": "2012-10-17", "Statement": half');
  await expect(page.getByText('Last valid version', { exact: true })).toBeVisible();
  await page.waitForTimeout(1500);
  await page.reload();
  await expect(keyway.write.getByText('half').first()).toBeVisible({ timeout: 15_000 });
});

test('a downloaded scenario opens again', async ({ page }) => {
  const keyway = new Keyway(page);
  await keyway.open();
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const leaving = page.getByRole('dialog', { name: 'Export' });
  await leaving.getByRole('button', { name: 'Download' }).click();
  const file = await (await started).path();
  await page.keyboard.press('Escape');
  await expect(leaving).toBeHidden();
  await keyway.paste(ALLOWS_NOBODY);
  await expect(keyway.verdict).toHaveText('Denied: nothing allows it');

  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Import' });
  await expect(dialog).toBeVisible();
  await dialog.locator('input[type="file"]').setInputFiles(file);
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(keyway.verdict).toHaveText('Denied by a Deny statement');
  await page.getByRole('button', { name: 'Previous version' }).click();
  await expect(keyway.verdict).toHaveText('Denied: nothing allows it');
});
