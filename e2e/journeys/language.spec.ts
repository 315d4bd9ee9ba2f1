import { expect, test, type Locator, type Page } from '@playwright/test';
import { Keyway } from './keyway.ts';

/** A statement to be finished, the caret's place marked by `|`. */
const UNFINISHED = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "AppUse",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::111122223333:role/OrdersApp" },
      "Action": [],
      "Resource": "*"
    }
  ]
}`;

/** Puts the caret into the editor's text, behind the first place with these words. */
async function caretBehind(page: Page, editor: Locator, text: string, words: string): Promise<void> {
  const lines = text.slice(0, text.indexOf(words) + words.length).split('\n');
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+Home');
  for (let line = 1; line < lines.length; line += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.press('Home');
  for (let column = 0; column < (lines.at(-1)?.length ?? 0); column += 1)
    await page.keyboard.press('ArrowRight');
}

/** The text in the editor, as the page keeps it. */
async function textOf(page: Page): Promise<string> {
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+C');
  return page.evaluate(() => navigator.clipboard.readText());
}

const list = (page: Page) => page.getByRole('listbox', { name: 'Suggest' });
const option = (page: Page, name: RegExp) => list(page).getByRole('option', { name });

test('an action and a condition are completed by keyboard', async ({ page }) => {
  const keyway = new Keyway(page);
  await keyway.open();
  await keyway.replaceKeyPolicy(UNFINISHED);
  await caretBehind(page, keyway.editor, UNFINISHED, '"Action": [');
  await page.keyboard.type('"');
  await expect(option(page, /^kms:Decrypt,/)).toBeVisible();
  await page.keyboard.type('gendatak');
  await expect(option(page, /^kms:GenerateDataKey\*,/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(list(page)).toBeHidden();

  // A new member behind a line that has no comma yet.
  await caretBehind(page, keyway.editor, UNFINISHED, '"Resource": "*"');
  await page.keyboard.press('Enter');
  await page.keyboard.type('"cond');
  await expect(option(page, /^Condition,/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(option(page, /^StringEquals,/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(option(page, /^kms:EncryptionContext/).first()).toBeVisible();
  await page.keyboard.type('via');
  await page.keyboard.press('Enter');
  await expect(option(page, /^s3\.us-east-1/)).toBeVisible();
  await page.keyboard.press('Enter');

  const policy: unknown = JSON.parse(await textOf(page));
  expect(policy).toMatchObject({
    Statement: [
      {
        Action: ['kms:GenerateDataKey*'],
        Condition: { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } },
      },
    ],
  });
});

test('a word typed faster than the engine answers is completed all the same', async ({ page }) => {
  const keyway = new Keyway(page);
  await keyway.open();
  await keyway.replaceKeyPolicy(UNFINISHED);
  await caretBehind(page, keyway.editor, UNFINISHED, '"Resource": "*"');
  await page.keyboard.press('Enter');
  const busy = page.workers().map((worker) =>
    worker.evaluate(() => {
      const until = Date.now() + 1000;
      while (Date.now() < until);
    }),
  );
  await page.keyboard.type('"cond');
  await Promise.all(busy);
  await expect(option(page, /^Condition,/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(option(page, /^StringEquals,/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('code').filter({ hasText: '"Resource": "*",' })).toBeVisible();
});

test('a whole statement, and a list of statements to go to', async ({ page }) => {
  const keyway = new Keyway(page);
  await keyway.open();
  await keyway.replaceKeyPolicy(UNFINISHED);
  await caretBehind(page, keyway.editor, UNFINISHED, '    }');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+Space');
  await expect(option(page, /^Enable IAM policies/)).toBeVisible();
  await page.keyboard.type('outside');
  await expect(option(page, /^Enable IAM policies/)).toBeHidden();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await page.keyboard.press('ControlOrMeta+Shift+KeyO');
  const outline = page.getByRole('listbox').filter({ hasText: 'AppUse' });
  await expect(outline.getByRole('option', { name: /DenyOutsideOrganization/ })).toBeVisible();
  await page.keyboard.type('App');
  await page.keyboard.press('Enter');
  await expect(outline).toBeHidden();
  await expect(keyway.editor).toBeFocused();
  expect(JSON.parse(await textOf(page))).toMatchObject({
    Statement: [{ Sid: 'AppUse' }, { Sid: 'DenyOutsideOrganization' }],
  });
});

test('a word is explained, with the page of AWS', async ({ page }) => {
  const keyway = new Keyway(page);
  await keyway.open();
  const text = UNFINISHED.replace('[]', '["kms:GenerateDataKey*"]');
  await keyway.replaceKeyPolicy(text);
  await caretBehind(page, keyway.editor, text, '"kms:Gen');
  await page.keyboard.press('ControlOrMeta+KeyI');
  const card = page.getByRole('tooltip').filter({ hasText: 'Takes in 4 actions of KMS' });
  await expect(card).toBeVisible();
  await expect(card.getByText('kms:GenerateDataKeyWithoutPlaintext')).toBeVisible();
  await expect(card.getByRole('link', { name: 'Service Authorization Reference' })).toBeVisible();
});

test('F12 goes to the identity a principal names, and to the grant', async ({ page }) => {
  const keyway = new Keyway(page);
  await keyway.open();
  await keyway.replaceKeyPolicy(UNFINISHED);
  await caretBehind(page, keyway.editor, UNFINISHED, 'role/Ord');
  await page.keyboard.press('F12');
  const identity = page.getByRole('textbox', { name: /^OrdersAppAccess of role\/OrdersApp, JSON/ });
  await expect(identity).toBeFocused();

  const exporter = UNFINISHED.replace('OrdersApp', 'OrdersExport');
  await keyway.write.getByRole('tab', { name: /^Key policy/ }).click();
  await keyway.replaceKeyPolicy(exporter);
  await caretBehind(page, keyway.editor, exporter, 'role/Ord');
  await page.keyboard.press('F12');
  await expect(page.getByRole('textbox', { name: /^Grants, JSON/ })).toBeFocused();
});

test('a text is formatted, and only what is selected of it', async ({ page }) => {
  const keyway = new Keyway(page);
  await keyway.open();
  const squeezed = JSON.stringify(JSON.parse(UNFINISHED));
  await keyway.replaceKeyPolicy(squeezed);
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('Shift+Alt+KeyF');
  await expect(keyway.write.getByRole('button', { name: 'Format' })).toBeDisabled();
  expect(await textOf(page)).toBe(JSON.stringify(JSON.parse(UNFINISHED), null, 2));

  const crooked = UNFINISHED.replace('  "Version"', '"Version"').replace('      "Sid"', '"Sid"');
  await keyway.replaceKeyPolicy(crooked);
  await caretBehind(page, keyway.editor, crooked, '"Sid"');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+Alt+KeyF');
  // Moving on would call it off.
  await page.waitForTimeout(1_500);
  expect(await textOf(page)).toBe(UNFINISHED.replace('  "Version"', '"Version"'));
});

test('nothing is offered where nobody asked, and typing on is not disturbed', async ({ page }) => {
  const keyway = new Keyway(page);
  await keyway.open();
  const text = UNFINISHED.replace('"AppUse"', '""');
  await keyway.replaceKeyPolicy(text);
  await caretBehind(page, keyway.editor, text, '"Sid": "');
  await page.keyboard.type('Orders');
  await expect(list(page)).toBeHidden();
  expect(await textOf(page)).toContain('"Sid": "Orders"');
});
