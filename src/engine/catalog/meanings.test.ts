import { expect, test } from 'vitest';
import { conditionOperators } from '../conditions/operators.ts';
import { awsPage } from '../language/hover/awsPage.ts';
import { POLICY_ELEMENTS, STATEMENT_ELEMENTS } from '../policy/elements.ts';
import { kmsActions } from './actions.ts';
import { conditionKeys } from './conditionKeys.ts';
import { generatedActions } from './kmsActions.generated.data.ts';
import { generatedKmsConditionKeys } from './kmsConditionKeys.generated.data.ts';
import { grantConstraints, grantFields, policyElements, principalKinds } from './elements.data.ts';
import { operatorMeanings } from './operatorMeanings.data.ts';

const elements = [...policyElements, ...principalKinds, ...grantFields, ...grantConstraints];

test('every element, operator, action and condition key of KMS has a meaning', () => {
  const has = (rows: readonly { readonly name: string }[], names: readonly string[]) =>
    names.filter((name) => !rows.some((row) => row.name === name));
  expect(has(policyElements, [...POLICY_ELEMENTS, ...STATEMENT_ELEMENTS])).toEqual([]);
  expect(
    has(
      operatorMeanings,
      conditionOperators.map(({ name }) => name),
    ),
  ).toEqual([]);
  expect(
    has(
      kmsActions,
      generatedActions.map(({ name }) => `kms:${name}`),
    ),
  ).toEqual([]);
  expect(
    has(
      conditionKeys,
      generatedKmsConditionKeys.map(([name]) => name),
    ),
  ).toEqual([]);
});

test('a meaning is one line, and has a page of AWS behind it', () => {
  const rows = [...elements, ...operatorMeanings, ...kmsActions, ...conditionKeys];
  expect(rows.length).toBeGreaterThan(150);
  expect(rows.filter(({ meaning }) => !/^[^\n]{8,110}\.$/.test(meaning)).map(({ name }) => name)).toEqual([]);
  expect(rows.filter(({ source }) => awsPage(source) === undefined).map(({ name }) => name)).toEqual([]);
});

test('no operator has a meaning that is none', () => {
  const names = new Set(conditionOperators.map(({ name }) => name));
  expect(operatorMeanings.filter(({ name }) => !names.has(name))).toEqual([]);
});
