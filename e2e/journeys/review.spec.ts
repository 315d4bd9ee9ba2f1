import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { Keyway } from './keyway.ts';

const corpus = new URL('../../../shared/corpus/key-policies.json', import.meta.url);

interface Published {
  readonly id: string;
  readonly policy: unknown;
}

/** A published key policy where that collection is at hand, otherwise one of the same kind. */
function policyUnderReview(): { readonly name: string; readonly text: string } {
  const published: readonly Published[] = existsSync(corpus) ? JSON.parse(readFileSync(corpus, 'utf8')) : [];
  const found = published.find(({ policy }) => {
    const text = JSON.stringify(policy);
    return (
      text.includes('"kms:Decrypt"') && /arn:aws:iam::\d{12}:role\//.test(text) && text.includes(':root"')
    );
  });
  return { name: found?.id ?? 'built-in', text: JSON.stringify(found?.policy ?? fallback, null, 2) };
}

const fallback = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'kms:*', Resource: '*' },
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
      Action: 'kms:Decrypt',
      Resource: '*',
    },
  ],
};

test('a reviewer pastes a published policy and sees who can decrypt', async ({ page }) => {
  const keyway = new Keyway(page);
  await keyway.open();
  await keyway.paste(policyUnderReview().text);
  await expect(page.getByRole('status').filter({ hasText: /statement/ })).toBeVisible();
  await expect(keyway.upToDate).toBeVisible();

  await keyway.see.getByRole('tab', { name: 'Table' }).click();
  const table = keyway.see.getByRole('grid').or(keyway.see.getByRole('table')).first();
  await expect(table.getByRole('row').nth(1)).toBeVisible();
  await expect(table.getByText(/^Account \d{12}$/).first()).toBeVisible();
  await expect(table.getByText('Anyone else')).toBeVisible();

  // The first question is about somebody the policy names, and it has a reason with a place.
  await expect(keyway.verdict).toBeVisible();
  await expect(keyway.trace.getByRole('treeitem', { name: /Key policy/ }).first()).toBeVisible();
});
