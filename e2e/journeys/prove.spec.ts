import { expect, type Page, test } from '@playwright/test';
import { Keyway } from './keyway.ts';

const ACCOUNT = 'arn:aws:iam::111122223333:root';

function policy(...statements: readonly object[]): string {
  const whole = statements.map((statement) => ({ Effect: 'Allow', Resource: '*', ...statement }));
  return JSON.stringify({ Version: '2012-10-17', Statement: whole }, null, 2);
}

const delegation = { Sid: 'EnableIamPolicies', Principal: { AWS: ACCOUNT }, Action: 'kms:*' };
const closed = policy(delegation);
const open = policy(delegation, { Sid: 'PartnerRead', Principal: '*', Action: 'kms:Decrypt' });

/** The Prove room by the names of things. */
class Prove {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get room() {
    return this.page.getByRole('region', { name: 'Prove' }).first();
  }

  /** A question's whole entry in the list. */
  question(words: RegExp) {
    return this.room.getByRole('listitem').filter({ has: this.page.getByRole('button', { name: words }) });
  }

  async open(words: RegExp) {
    await this.room.getByRole('button', { name: words }).click();
  }
}

test('the example is proved not to be public', async ({ page }) => {
  const keyway = new Keyway(page);
  const prove = new Prove(page);
  await keyway.open();
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Prove' }).click();
  await expect(page).toHaveURL(/#\/prove$/);
  // Write stays beside the questions.
  await expect(keyway.write).toBeVisible();
  const isPublic = prove.question(/^Is the key public/);
  await expect(isPublic).toContainText('No. The key is not public');
  await expect(isPublic).toContainText('Proved');
  await prove.open(/^Is the key public/);
  await expect(page).toHaveURL(/#\/prove\/public$/);
  await expect(isPublic).toContainText('Proved for all callers and contexts within: the key policy');
  await expect(page.getByRole('contentinfo').getByRole('button', { name: 'Not public' })).toBeVisible();

  // What the proof rests on lights up in Write.
  await expect(isPublic).toContainText('It rests on:');
  await isPublic
    .getByRole('button', { name: /statement / })
    .first()
    .click();
  const letGo = page.getByRole('button', { name: /^Let go of/ });
  await expect(letGo).toBeVisible();
  await letGo.click();

  // The browser's own way back leads through the rooms.
  await page.goBack();
  await expect(isPublic).not.toContainText('Proved for all callers');
  await page.goBack();
  await expect(keyway.ask).toBeVisible();
});

test('a stranger who gets in is shown by a request that opens in Ask', async ({ page }) => {
  const keyway = new Keyway(page);
  const prove = new Prove(page);
  await keyway.open();
  await keyway.replaceKeyPolicy(open);
  await page.goto('./#/prove/public');
  const isPublic = prove.question(/^Is the key public/);
  await expect(isPublic).toContainText('Yes. The key is public', { timeout: 15_000 });
  await expect(
    page.getByRole('contentinfo').getByRole('button', { name: 'Public', exact: true }),
  ).toBeVisible();
  await expect(keyway.write.getByText(/lets anyone in any AWS account use the key/)).toBeVisible();

  // The statement lights up in Write.
  await isPublic.getByRole('button', { name: /statement PartnerRead/ }).click();
  await expect(page.getByRole('button', { name: 'Let go of PartnerRead' })).toBeVisible();

  await isPublic.getByRole('button', { name: /^Open in Ask/ }).click();
  await expect(page).toHaveURL(/#\/design$/);
  // A stranger's root user needs no IAM policy: nothing is taken for granted.
  await expect(keyway.ask.getByRole('heading', { name: 'Allowed' })).toBeVisible();
});

test('a version is accepted, and an edit compared with it', async ({ page }) => {
  const keyway = new Keyway(page);
  const prove = new Prove(page);
  await keyway.open();
  await keyway.replaceKeyPolicy(closed);
  await expect(keyway.upToDate).toBeVisible();
  await page.goto('./#/prove/compare');
  await prove.room.getByRole('button', { name: 'Accept this version' }).click();
  const compare = prove.question(/^What changed/);
  await expect(compare).toContainText('Both versions decide every request alike.');

  await keyway.replaceKeyPolicy(open);
  await expect(compare).toContainText('More access.', { timeout: 15_000 });
  const allowed = compare.getByRole('region', { name: 'Newly allowed' });
  await expect(allowed).toContainText('PartnerRead');
  await expect(allowed.getByRole('button', { name: /^Open in Ask/ })).toBeVisible();
  await expect(compare.getByText('"Sid": "PartnerRead"')).toBeVisible();
  await expect(page.getByRole('contentinfo').getByRole('button', { name: 'New access' })).toBeVisible();

  // All of it, as general conditions.
  const which = allowed.getByRole('button', { name: 'Which requests: PartnerRead' });
  await which.focus();
  await page.keyboard.press('Enter');
  const conditions = allowed.getByRole('region', { name: 'Which requests' });
  await expect(conditions).toContainText('kms:Decrypt by anyone but');
  await expect(conditions).toContainText('kms:EncryptionContext:tenant is absent or not a1');
  await expect(conditions).toContainText('Proved: this is all of it that AWS sends.');
  await conditions
    .getByRole('button', { name: /^Open in Ask/ })
    .first()
    .click();
  await expect(page).toHaveURL(/#\/design$/);
  await page.goBack();
  await expect(which).toHaveAttribute('aria-expanded', 'false');

  // It is kept for the next visit.
  await page.reload();
  await expect(compare).toContainText('More access.', { timeout: 15_000 });

  // Any file will do, too.
  const chooser = page.waitForEvent('filechooser');
  await compare.getByRole('button', { name: 'Compare with a file' }).click();
  await (
    await chooser
  ).setFiles({ name: 'open.json', mimeType: 'application/json', buffer: Buffer.from(open) });
  const file = prove.question(/^What is different from open.json/);
  await expect(file).toContainText('Both versions decide every request alike.');
});

test('a smaller policy is proved, previewed and applied', async ({ page }) => {
  const keyway = new Keyway(page);
  const prove = new Prove(page);
  await keyway.open();
  await keyway.replaceKeyPolicy(
    policy(
      { ...delegation, Action: ['kms:*', 'kms:Decrypt'] },
      { Sid: 'Again', Principal: { AWS: ACCOUNT }, Action: 'kms:Decrypt' },
    ),
  );
  await expect(keyway.upToDate).toBeVisible();
  await page.goto('./#/prove/smallest');
  const smallest = prove.question(/^Is there a smaller/);
  await expect(smallest).toContainText(
    'Without Again and 1 list entry the policy decides every request as before.',
  );
  await expect(smallest.getByText('"Sid": "Again"')).toBeVisible();
  await smallest.getByRole('button', { name: 'Apply' }).click();
  await expect(smallest).toContainText('Nothing can be left out.', { timeout: 15_000 });
  await expect(page.getByText('1 statement ·')).toBeVisible();
  await expect(keyway.write.getByText('"kms:Decrypt"')).toBeHidden();
});

test('a hard question stops at its work limit, can be tried longer and stopped', async ({ page }) => {
  const keyway = new Keyway(page);
  const prove = new Prove(page);
  await keyway.open();
  await page.goto('./#/prove/public');
  await keyway.paste(hardPolicy());
  const isPublic = prove.question(/^Is the key public/);
  await expect(isPublic).toContainText('Stopped at the work limit.', { timeout: 60_000 });
  await isPublic.getByRole('button', { name: 'Try longer' }).click();
  await expect(isPublic).toContainText('Still looking', { timeout: 60_000 });
  await isPublic.getByRole('button', { name: 'Stop' }).click();
  await expect(isPublic).toContainText("Can't tell. You stopped it.");
  await isPublic.getByRole('button', { name: 'Try longer' }).click();
  await expect(isPublic).not.toContainText('You stopped it.');
  // The page goes on meanwhile.
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Design' }).click();
  await expect(keyway.verdict).toBeVisible();
  await page.goBack();
  // An edit ends what nobody waits for any more.
  await keyway.paste(open);
  await expect(isPublic).toContainText('Yes. The key is public', { timeout: 30_000 });
});

test('from the questions to the request that shows it without a mouse', async ({ page }) => {
  const keyway = new Keyway(page);
  const prove = new Prove(page);
  await keyway.open();
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await expect(page.locator('#pane-prove')).toBeFocused();
  const question = prove.room.getByRole('button', { name: /^Can anyone give themselves/ });
  await expect(prove.question(/^Can anyone give themselves/)).toContainText('Yes.', { timeout: 15_000 });
  for (let presses = 0; presses < 20; presses += 1) {
    // eslint-disable-next-line no-await-in-loop -- one key after the other, as a person would
    if (await question.evaluate((element) => element === document.activeElement)) break;
    // eslint-disable-next-line no-await-in-loop -- as above
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(question).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Let go of EnableIamPolicies' })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('#pane-ask')).toBeFocused();
  await expect(keyway.ask.getByRole('heading', { name: 'Allowed' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await page.keyboard.press('Shift+F6');
  await expect(page.locator('#pane-write')).toBeFocused();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the room is a thumb away, and See too', async ({ page }) => {
    const prove = new Prove(page);
    await page.goto('./');
    const bar = page.getByRole('navigation', { name: 'Panes' });
    await bar.getByRole('button', { name: 'Prove' }).click();
    await expect(prove.question(/^Is the key public/)).toContainText('No.', { timeout: 15_000 });
    await expect(page).toHaveURL(/#\/prove$/);
    await bar.getByRole('button', { name: 'Policy' }).click();
    await expect(prove.room).toBeHidden();
    await bar.getByRole('button', { name: 'Prove' }).click();
    await expect(prove.room).toBeVisible();
    await bar.getByRole('button', { name: 'Access' }).click();
    await expect(page).toHaveURL(/#\/design$/);
    await page.goBack();
    await expect(prove.room).toBeVisible();
  });
});

test('See leads to the exact cells of an action', async ({ page }) => {
  const keyway = new Keyway(page);
  const prove = new Prove(page);
  await keyway.open();
  await keyway.see.getByRole('tab', { name: 'Table' }).click();
  await keyway.see
    .getByRole('button', { name: /OrdersApp.*Use/ })
    .first()
    .click();
  await keyway.see.getByRole('link', { name: /^Prove exactly who can do kms:/ }).click();
  await expect(page).toHaveURL(/#\/prove\/who-can\/kms:Decrypt$/);
  const rows = prove.room.getByRole('list', { name: 'Who can do kms:Decrypt' }).getByRole('listitem');
  const app = rows.filter({ hasText: 'role/OrdersApp' });
  await expect(app).toContainText('Depends');
  await expect(app).toContainText('kms:EncryptionContext:tenant StringEquals a1');
});

/** Whether anyone gets in is a random 3-SAT problem, hidden in which keys of the encryption context are there. */
function hardPolicy(): string {
  let state = 2;
  const random = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  const deny = () => {
    const keys: Record<string, string> = {};
    while (Object.keys(keys).length < 3) {
      keys[`kms:EncryptionContext:${random(160).toString(36)}`] = String(random(2) === 1);
    }
    return { Effect: 'Deny', Principal: '*', Action: '*', Condition: { Null: keys } };
  };
  return policy({ Principal: '*', Action: 'kms:Decrypt' }, ...Array.from({ length: 690 }, deny));
}
