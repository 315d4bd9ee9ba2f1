import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Keyway } from './keyway.ts';

const POLICY = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'Own',
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::111122223333:root' },
        Action: 'kms:*',
        Resource: '*',
      },
      {
        Sid: 'Topic',
        Effect: 'Allow',
        Principal: { Service: 'sns.amazonaws.com' },
        Action: ['kms:GenerateDataKey*', 'kms:Decrypt'],
        Resource: '*',
      },
    ],
  },
  undefined,
  2,
);

test('a finding is read about, fixed and taken back, and suppressed with a reason, by keyboard', async ({
  page,
}) => {
  const keyway = new Keyway(page);
  await keyway.open();
  await keyway.paste(POLICY);
  const toggle = keyway.write.getByRole('button', { name: '1 risk', exact: true });
  await toggle.press('Enter');
  const finding = keyway.write.getByRole('list', { name: 'Problems', exact: true }).getByRole('listitem');
  await expect(finding).toContainText('does not say for whose resources');

  await finding.getByRole('button', { name: 'Why' }).press('Enter');
  const why = page.getByRole('dialog', { name: 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL' });
  await expect(why.getByRole('heading', { name: 'Prefer' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(why).toBeHidden();

  await finding.getByRole('button', { name: 'Fix' }).press('Enter');
  await expect(finding.getByRole('figure')).toContainText('"aws:SourceAccount": "111122223333"');
  const { violations } = await new AxeBuilder({ page }).include('[data-document]').analyze();
  expect(violations).toEqual([]);
  await finding.getByRole('button', { name: /^Apply: / }).press('Enter');
  await expect(toggle).toBeHidden();
  await expect(keyway.editor).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(finding).toContainText('does not say for whose resources');

  await finding.getByRole('button', { name: 'Suppress' }).press('Enter');
  await page.keyboard.type('The topic is shared on purpose.');
  await page.keyboard.press('Enter');
  await expect(keyway.write.getByRole('button', { name: '1 suppressed' })).toBeFocused();
  await expect(finding).toContainText('Suppressed: The topic is shared on purpose.');
  await finding.getByRole('button', { name: 'Show again' }).press('Enter');
  await expect(toggle).toBeFocused();
});

test('the lightbulb offers what can be done about the problem at the caret', async ({ page }) => {
  const keyway = new Keyway(page);
  await keyway.open();
  await keyway.paste(POLICY);
  await expect(keyway.write.getByRole('button', { name: '1 risk', exact: true })).toBeVisible();
  await keyway.write.getByText('"sns.amazonaws.com"').click();
  await page.keyboard.press('Control+.');
  const menu = page.locator('.action-widget');
  await expect(menu.getByRole('option')).toHaveText([
    /Only for resources of 111122223333…/,
    /Why RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL/,
    /Suppress RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL…/,
  ]);
  const { violations } = await new AxeBuilder({ page }).include('.action-widget').analyze();
  expect(violations).toEqual([]);
  await page.keyboard.press('Enter');
  // The fix is looked at before it is made.
  await expect(keyway.write.getByRole('figure')).toContainText('"aws:SourceAccount": "111122223333"');
  await expect(keyway.write.getByRole('button', { name: /^Apply: / })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(keyway.editor).toBeFocused();
  await expect(keyway.write.getByRole('button', { name: '1 risk', exact: true })).toBeHidden();

  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await keyway.write.getByText('"sns.amazonaws.com"').click();
  await page.keyboard.press('Control+.');
  await menu.getByRole('option', { name: /^Suppress/ }).click();
  await page.keyboard.type('The topic is shared on purpose.');
  await page.keyboard.press('Enter');
  await expect(keyway.write.getByRole('button', { name: '1 suppressed' })).toBeVisible();
});
