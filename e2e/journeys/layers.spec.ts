import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { Keyway } from './keyway.ts';

const ROLE = 'arn:aws:iam::111122223333:role/App';

/** A key that an application may use, with nothing above it. */
const PLAIN = JSON.stringify({
  keyway: 1,
  title: 'Layers',
  accounts: [
    {
      id: '111122223333',
      name: 'payments',
      organization: 'o-a1b2c3d4e5',
      path: ['r-ab12', 'ou-ab12-11111111'],
    },
  ],
  keys: [
    {
      arn: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      policy: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'EnableIamPolicies',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:root' },
            Action: 'kms:*',
            Resource: '*',
          },
        ],
      },
    },
  ],
  identities: [
    {
      arn: ROLE,
      policies: [
        {
          name: 'Use',
          document: {
            Version: '2012-10-17',
            Statement: [{ Sid: 'Use', Effect: 'Allow', Action: 'kms:*', Resource: '*' }],
          },
        },
      ],
    },
  ],
  vpcEndpoints: [{ id: 'vpce-1a2b3c4d' }],
  requests: [{ principal: 'arn:aws:sts::111122223333:assumed-role/App/i-0abc', action: 'kms:Decrypt' }],
});

const deny = (fields: object) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Sid: 'NoDecrypt', Effect: 'Deny', Action: 'kms:Decrypt', Resource: '*', ...fields }],
  });

async function openPlain(page: Page): Promise<Keyway> {
  const keyway = new Keyway(page);
  await keyway.open();
  await keyway.paste(PLAIN);
  await expect(keyway.verdict).toHaveText('Allowed');
  return keyway;
}

const editor = (page: Page, name: RegExp) => page.getByRole('textbox', { name });

test('an SCP that is pasted denies, and its statement is lit where it stands', async ({ page }) => {
  const keyway = await openPlain(page);
  await keyway.paste(deny({}));
  await expect(keyway.verdict).toHaveText('Denied by a Deny statement');
  await expect(page.getByRole('status').filter({ hasText: 'Service control policy attached' })).toBeVisible();
  await expect(keyway.write.getByRole('tab', { name: /^Organization/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(editor(page, /^PastedPolicy service control policy/)).toBeAttached({ timeout: 15_000 });
  await expect(keyway.write.getByText('applies and decides')).toBeVisible();
  await expect(keyway.write.locator('[class*="lit"]').first()).toBeVisible();

  // The picture shows where it is attached, and FullAWSAccess beside it.
  await keyway.write.getByRole('button', { name: 'Back to organization' }).click();
  const levels = keyway.write.getByRole('list', { name: 'Levels of o-a1b2c3d4e5' });
  await expect(levels.getByRole('listitem').first()).toContainText('SCP PastedPolicy');
  await expect(levels.getByRole('button', { name: 'SCP FullAWSAccess' })).toHaveCount(3);

  // Evidence in Ask opens the document again, from any tab.
  await keyway.write.getByRole('tab', { name: 'Key policy' }).click();
  await keyway.trace
    .getByRole('treeitem', { name: /NoDecrypt denies/ })
    .last()
    .click();
  await expect(editor(page, /^PastedPolicy service control policy/)).toBeAttached();

  // One press makes it what it was not taken for.
  await page.getByRole('button', { name: 'IAM policy', exact: true }).click();
  await expect(keyway.write.getByRole('tab', { name: /^Identities/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(keyway.write.getByRole('tab', { name: 'Organization', exact: true })).toBeVisible();
  await expect(keyway.verdict).toHaveText('Denied by a Deny statement');
});

test('an RCP from a template is attached with the keyboard alone', async ({ page }) => {
  const keyway = await openPlain(page);
  await keyway.write.getByRole('tab', { name: 'Organization' }).focus();
  await page.keyboard.press('Enter');
  await keyway.write.getByRole('button', { name: 'Attach a policy to ou-ab12-11111111' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: /DataPerimeter/ }).focus();
  await page.keyboard.press('Enter');
  await expect(editor(page, /^DataPerimeter resource control policy/)).toBeAttached({ timeout: 15_000 });
  await expect(keyway.write.getByText('attached to ou-ab12-11111111')).toBeVisible();
  await expect(keyway.verdict).toHaveText('Allowed');
});

test('a permissions boundary limits what the role may do', async ({ page }) => {
  const keyway = await openPlain(page);
  await keyway.write.getByRole('tab', { name: /^Identities/ }).click();
  await keyway.write.getByRole('button', { name: 'Add permissions boundary' }).click();
  await page.keyboard.press('Enter');
  const boundary = editor(page, /^Boundary permissions boundary of role\/App/);
  await expect(boundary).toBeAttached({ timeout: 15_000 });
  await expect(keyway.verdict).toHaveText('Allowed');
  await keyway.replaceText(
    boundary,
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kms:Encrypt","Resource":"*"}]}',
  );
  await expect(keyway.verdict).toHaveText('Denied: the permissions boundary does not allow it');
  await expect(keyway.trace.getByRole('treeitem', { name: /Permissions boundary/ }).first()).toBeVisible();

  await keyway.write.getByRole('button', { name: 'Back to identities' }).click();
  await keyway.write.getByRole('button', { name: 'Remove policy Boundary' }).click();
  await keyway.write.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(keyway.verdict).toHaveText('Allowed');
});

test('an endpoint policy counts for requests through the endpoint', async ({ page }) => {
  const keyway = await openPlain(page);
  await keyway.write.getByRole('tab', { name: /^Resources/ }).click();
  await keyway.write.getByRole('button', { name: 'Write a policy' }).click();
  const policy = editor(page, /^vpce-1a2b3c4d policy of the VPC endpoint/);
  await expect(policy).toBeAttached({ timeout: 15_000 });
  await keyway.replaceText(policy, deny({ Principal: '*' }));
  await expect(keyway.upToDate).toBeVisible();
  await expect(keyway.verdict).toHaveText('Allowed');

  await keyway.write.getByRole('button', { name: 'Back to resources' }).click();
  await keyway.write.getByRole('button', { name: 'Ask through it' }).click();
  await expect(keyway.verdict).toHaveText('Denied by a Deny statement');
  await keyway.write.getByRole('button', { name: 'Ask without it' }).click();
  await expect(keyway.verdict).toHaveText('Allowed');
});

test('a second key is added, shown in See, and asked about', async ({ page }) => {
  const keyway = await openPlain(page);
  await keyway.write.getByRole('tab', { name: 'Key', exact: true }).click();
  await keyway.write.getByRole('button', { name: 'Add a key' }).click();
  await keyway.write.getByRole('tab', { name: 'Key policy' }).click();
  await expect(editor(page, /^Key policy of 1234abcd-12ab-34cd-56ef-000000000001/)).toBeAttached({
    timeout: 15_000,
  });
  await keyway.see.getByRole('tab', { name: 'Table' }).click();
  await expect(keyway.see.getByText('role/App')).toBeVisible();
  await keyway.write.getByRole('tab', { name: /^Keys/ }).click();
  await keyway.write.getByRole('button', { name: 'Remove this key' }).click();
  await keyway.write.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(keyway.write.getByRole('tab', { name: 'Key', exact: true })).toBeVisible();
});

for (const [width, colorScheme] of [
  [1440, 'light'],
  [1024, 'dark'],
  [390, 'light'],
  [390, 'dark'],
] as const) {
  test.describe(`${width} wide, ${colorScheme}`, () => {
    test.use({ viewport: { width, height: 844 }, colorScheme });

    test('axe finds nothing in the tabs of the layers', async ({ page }) => {
      const keyway = new Keyway(page);
      await page.goto('./');
      await expect(page.getByRole('heading', { name: 'Keyway' })).toBeVisible();
      await page.getByRole('button', { name: 'Examples' }).click();
      await page.getByRole('menuitem', { name: /Payments key in an organization/ }).click();
      if (width < 720)
        await page
          .getByRole('navigation')
          .getByRole('button', { name: /^Policy/ })
          .click();
      for (const tab of ['Identities', 'Organization', 'Resources', 'Key']) {
        await keyway.write
          .getByRole('tab', { name: tab === 'Key' ? 'Key' : new RegExp(`^${tab}`), exact: true })
          .click();
        for (const details of await keyway.write
          .getByRole('button', { name: /^(Details|Edit account)/ })
          .all()) {
          if (await details.isVisible()) await details.click();
        }
        await page.waitForTimeout(300);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(({ id, nodes }) => ({ tab, id, where: nodes.map(({ html }) => html) })),
        ).toEqual([]);
      }
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  });
}
