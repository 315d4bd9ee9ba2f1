import { expect, test } from '@playwright/test';
import { Keyway } from './keyway.ts';

/** Texts that must neither hang nor crash the page nor be lost nor run. Each is pasted; afterwards the page still answers. */
const hostile: Readonly<Record<string, string>> = {
  'truncated JSON': '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Princi',
  '5 MB of text': `{"Statement": "${'x'.repeat(5_000_000)}"}`,
  '10,000 nested brackets': `{"Statement": ${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
  'duplicate keys':
    '{"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Effect": "Allow", "Principal": "*", "Action": "kms:*", "Resource": "*"}]}',
  'a lone surrogate':
    '{"Version": "2012-10-17", "Statement": [{"Sid": "\ud800", "Effect": "Allow", "Principal": "*", "Action": "kms:*", "Resource": "*"}]}',
  '__proto__ keys':
    '{"__proto__": {"polluted": true}, "Statement": [{"__proto__": {"polluted": true}, "Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "kms:*", "Resource": "*", "Condition": {"StringEquals": {"__proto__": "x", "constructor": "y"}}}]}',
  'HTML in a Sid':
    '{"Version": "2012-10-17", "Statement": [{"Sid": "<img src=x onerror=window.hacked=1>", "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "kms:*", "Resource": "*"}]}',
  'a number beyond numbers':
    '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "kms:*", "Resource": "*", "Condition": {"NumericLessThan": {"kms:RotationPeriodInDays": 1e999}}}]}',
};

for (const [name, text] of Object.entries(hostile)) {
  test(`${name}: a message, nothing lost, nothing run`, async ({ page }) => {
    const keyway = new Keyway(page);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await keyway.open();
    await keyway.paste(text);
    await expect(page.getByRole('status').filter({ hasText: /\S/ }).first()).toBeVisible({ timeout: 20_000 });

    // Whatever became of it, the example is one click away and answers again.
    await page.getByRole('button', { name: 'Examples' }).click();
    await page.getByRole('menuitem').first().click();
    await expect(keyway.ask.getByRole('heading', { name: 'Denied by a Deny statement' })).toBeVisible({
      timeout: 20_000,
    });

    expect(errors).toEqual([]);
    expect(await page.evaluate(() => ['hacked' in window, 'polluted' in {}])).toEqual([false, false]);
  });
}
