import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findConditionKey } from '#engine/catalog/conditionKeys.ts';
import { parseOperator } from '#engine/conditions/parseOperator.ts';
import { expandedActions } from './expansion.ts';
import { actionUse, conditionKeyUse, operatorUse, servicePrincipalUse } from './usage.generated.data.ts';

// Published key policies that may lie beside the repository; their licences do not let them lie in it.
const corpus = new URL('../../../../shared/corpus/key-policies.json', import.meta.url);
// The script needs Node and lies outside the engine's project; a computed path keeps the compiler from following it.
const script = ['..', '..', '..', 'scripts/usage.mjs'].join('/');

test.runIf(existsSync(corpus))('the counts are what `node scripts/usage.mjs` would write now', async () => {
  const { usageFile }: { usageFile: (text: string) => string } = await import(/* @vite-ignore */ script);
  const file = readFileSync(new URL('./usage.generated.data.ts', import.meta.url), 'utf8');
  expect(usageFile(readFileSync(corpus, 'utf8'))).toBe(file);
});

test('what is counted is what there is', () => {
  for (const uses of [actionUse, operatorUse, conditionKeyUse, servicePrincipalUse]) {
    expect(uses.length).toBeGreaterThan(10);
    expect(uses.map(([, count]) => count)).toEqual(
      uses.map(([, count]) => count).toSorted((left, right) => right - left),
    );
  }
  const known = actionUse.filter(([name]) => expandedActions(name).length > 0);
  expect(known.length / actionUse.length).toBeGreaterThan(0.9);
  expect(operatorUse.filter(([name]) => 'problem' in parseOperator(name))).toEqual([]);
  expect(
    conditionKeyUse.filter(
      ([name]) => findConditionKey(/[:/]$/.test(name) ? `${name}x` : name) === undefined,
    ),
  ).toEqual([]);
});
