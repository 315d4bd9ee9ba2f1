import { expect, test } from 'vitest';
import { compareVersions } from './questions/compareAnswer.ts';
import { proverFor } from './testing/provers.ts';

const NEW_YEAR = '2026-01-01T00:00:00Z';
const SECONDS = '1767225600';

function allow(Condition: object): object {
  const Principal = { AWS: 'arn:aws:iam::111122223333:role/App' };
  return { Effect: 'Allow', Principal, Action: 'kms:Decrypt', Resource: '*', Condition };
}

function compared(before: readonly object[], after: readonly object[]) {
  const prover = proverFor([before, after]);
  const answer = compareVersions(prover);
  expect(prover.disagreements).toBe(0);
  return answer;
}

test.each<[string, object]>([
  ['dates', { DateLessThan: { 'aws:CurrentTime': NEW_YEAR }, DateGreaterThan: { 'aws:EpochTime': SECONDS } }],
  [
    'numbers',
    { DateLessThan: { 'aws:CurrentTime': NEW_YEAR }, NumericGreaterThanEquals: { 'aws:EpochTime': SECONDS } },
  ],
])('no request is made before and after an instant: %s', (_, condition) => {
  expect(compared([], [allow(condition)]).relation).toBe('equivalent');
});

test('what the one notation says need not be said in the other', () => {
  const once = allow({
    DateGreaterThan: { 'aws:CurrentTime': NEW_YEAR },
    Null: { 'aws:EpochTime': 'false' },
  });
  const twice = allow({ DateGreaterThan: { 'aws:CurrentTime': NEW_YEAR, 'aws:EpochTime': SECONDS } });
  expect(compared([once], [twice])).toMatchObject({ relation: 'equivalent', open: [] });
});

test('a request that is found says one instant', () => {
  const window = {
    DateGreaterThan: { 'aws:CurrentTime': NEW_YEAR },
    NumericLessThan: { 'aws:EpochTime': '1767225602' },
  };
  expect(compared([], [allow(window)]).widened[0]?.witness.request.context).toEqual({
    'aws:CurrentTime': '1767225601',
    'aws:EpochTime': '1767225601',
  });
});

test('where the notation is compared as a text it is decided or left undecided, never wrong', () => {
  const year = {
    StringLike: { 'aws:CurrentTime': '2026-*' },
    DateGreaterThan: { 'aws:EpochTime': SECONDS },
  };
  expect(compared([], [allow(year)]).relation).toBe('moreAccess');
  const odd = {
    StringLike: { 'aws:CurrentTime': '2026-*' },
    StringNotLike: { 'aws:EpochTime': '17*' },
    Null: { 'aws:EpochTime': 'false' },
  };
  expect(compared([], [allow(odd)])).toMatchObject({ relation: 'undecided', open: [{ why: 'values' }, {}] });
});
