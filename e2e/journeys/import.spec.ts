import { closeSync, openSync, writeSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { ALLOWS_NOBODY, Keyway } from './keyway.ts';

const TERRAFORM = `
variable "account_id" { description = "The account the key is in." }
resource "aws_kms_key" "orders" {
  description = "Orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Root", Effect = "Allow", Principal = { AWS = "arn:aws:iam::\${var.account_id}:root" }, Action = "kms:*", Resource = "*" },
      { Sid = "App", Effect = "Allow", Principal = { AWS = aws_iam_role.app.arn }, Action = "kms:Decrypt", Resource = "*" },
    ]
  })
}
resource "broken" "x" {
  a = = 1
}
`;

test('a pasted Terraform key is previewed, filled in, placed, and answered', async ({ page }) => {
  const keyway = new Keyway(page);
  await keyway.open();
  await keyway.paste(TERRAFORM);
  const dialog = page.getByRole('dialog', { name: 'Import' });
  await expect(dialog.getByText('Terraform configuration: 1 key.')).toBeVisible({ timeout: 15_000 });
  await expect(dialog.getByText('14:7')).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'var.account_id' })).toHaveValue('111122223333');
  await dialog.getByRole('textbox', { name: 'var.account_id' }).fill('444455556666');
  await dialog
    .getByRole('textbox', { name: 'aws_iam_role.app.arn' })
    .fill('arn:aws:iam::444455556666:role/Reader');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(
    page.getByRole('status').filter({ hasText: 'Imported aws_kms_key.orders: 2 statements' }),
  ).toBeVisible({ timeout: 20_000 });
  await expect(keyway.verdict).toHaveText('Allowed');
  await expect(keyway.ask.getByText('Reader').first()).toBeVisible();
  await page.getByRole('button', { name: 'Previous version' }).click();
  await expect(keyway.verdict).toHaveText(/^Denied/);
});

test('what is typed into Import is recognised, and by keyboard alone', async ({ page }) => {
  const keyway = new Keyway(page);
  await keyway.open();
  await page.getByRole('button', { name: 'Import', exact: true }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Import' });
  const text = dialog.getByRole('textbox', { name: 'Text' });
  await text.fill('hello');
  await expect(dialog.getByText('The text is no JSON')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
  await text.fill(
    '{"Resources":{"K":{"Type":"AWS::KMS::Key","Properties":{"KeyPolicy":{"Statement":[{"Sid":"S","Effect":"Allow","Principal":{"AWS":{"Ref":"AWS::AccountId"}},"Action":"kms:*","Resource":"*"}]}}}}}',
  );
  await expect(dialog.getByText('CloudFormation template: 1 key.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Import', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('status').filter({ hasText: 'Imported K: 1 statement' })).toBeVisible({
    timeout: 20_000,
  });
});

test('a key leaves as CloudFormation and comes back the same', async ({ page }) => {
  const keyway = new Keyway(page);
  await keyway.open();
  await page.getByRole('button', { name: 'Export' }).click();
  const leaving = page.getByRole('dialog', { name: 'Export' });
  await leaving.getByRole('button', { name: /Scenario/ }).click();
  await page.getByRole('option', { name: 'CloudFormation' }).click();
  const region = leaving.getByRole('region', { name: 'What is exported' });
  await expect(region).toContainText('AWS::KMS::Key');
  const template = await region.textContent();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
  const started = page.waitForEvent('download');
  await leaving.getByRole('button', { name: 'Download' }).click();
  expect((await started).suggestedFilename()).toMatch(/\.yaml$/);
  await page.keyboard.press('Escape');
  await expect(leaving).toBeHidden();
  await keyway.paste(ALLOWS_NOBODY);
  await expect(keyway.verdict).toHaveText('Denied: nothing allows it');
  await keyway.paste(template ?? '');
  await expect(page.getByRole('status').filter({ hasText: /Imported .*: 4 statements/ })).toBeVisible({
    timeout: 20_000,
  });
  await expect(keyway.write.getByText('DenyOutsideOrg').first()).toBeVisible();
});

/** The output of `get-account-authorization-details` with so many roles, each with an attached policy that is about KMS. */
function detailsFile(path: string, roles: number): void {
  const statement = { Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' };
  const document = { Version: '2012-10-17', Statement: Array.from({ length: 20 }, () => statement) };
  const file = openSync(path, 'w');
  writeSync(file, '{"UserDetailList":[],"GroupDetailList":[],"Policies":[],"RoleDetailList":[');
  for (let number = 0; number < roles; number += 1) {
    const name = `Role${String(number)}`;
    const role = {
      RoleName: name,
      RoleId: `AROA${String(number).padStart(17, '0')}`,
      Arn: `arn:aws:iam::111122223333:role/${name}`,
      RolePolicyList: [{ PolicyName: 'Use', PolicyDocument: document }],
      AttachedManagedPolicies: [],
    };
    writeSync(file, `${number === 0 ? '' : ','}${JSON.stringify(role)}`);
  }
  writeSync(file, ']}');
  closeSync(file);
}

test('a large account is read with progress, and reading it can be cancelled', async ({ page }, info) => {
  const keyway = new Keyway(page);
  await keyway.open();
  const path = info.outputPath('details.json');
  detailsFile(path, 90_000);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Import' });
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles(path);
  const progress = dialog.getByRole('progressbar', { name: 'How much has been read' });
  await expect(progress).toBeVisible();
  await expect(dialog.getByText(/^Reading details\.json: \d+ %$/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(progress).toBeHidden();
  // What was under way is gone: the next text is read at once, and the page answers as before.
  await dialog.getByRole('textbox', { name: 'Text' }).fill('hello');
  await expect(dialog.getByText('The text is no JSON')).toBeVisible();
  await expect(dialog.getByText('Output of get-account-authorization-details')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(keyway.verdict).toHaveText(/^Denied/);

  detailsFile(path, 900);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const again = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose a file' }).click();
  await (await again).setFiles(path);
  await expect(dialog.getByText('Output of get-account-authorization-details: 900 identities.')).toBeVisible({
    timeout: 30_000,
  });
});
