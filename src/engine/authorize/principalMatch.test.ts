import { describe, expect, test } from 'vitest';
import type { PrincipalEntry } from '../policy/policy.ts';
import { readCaller } from '../request/readCaller.ts';
import { compilePrincipal, MatchClass, matchEntry, matchNotPrincipal, planEntry } from './principalMatch.ts';

const A = '111122223333';
const identities = [
  { arn: `arn:aws:iam::${A}:user/team/Alice`, id: 'AIDAALICE' },
  { arn: `arn:aws:iam::${A}:role/app/Worker`, id: 'AROAWORKER' },
];
const span = { text: 'key', from: 0, to: 0 };

function caller(principal: string, issuer?: string) {
  const read = readCaller(
    { principal, action: 'kms:Decrypt', ...(issuer === undefined ? {} : { session: { issuer } }) },
    identities,
  );
  if ('problem' in read) throw new Error(read.problem);
  return read;
}

const callers = {
  root: caller(A),
  user: caller(`arn:aws:iam::${A}:user/team/Alice`),
  session: caller(`arn:aws:sts::${A}:assumed-role/Worker/s1`),
  guest: caller(`arn:aws:sts::${A}:assumed-role/Guest/s1`),
  federated: caller(`arn:aws:sts::${A}:federated-user/carol`, `arn:aws:iam::${A}:user/team/Alice`),
  service: caller('logs.us-east-1.amazonaws.com'),
  anonymous: { kind: 'anonymous' } as const,
  anyone: { kind: 'anyone', account: A } as const,
};
type CallerName = keyof typeof callers;

const everybody: readonly CallerName[] = [
  'root',
  'user',
  'session',
  'guest',
  'federated',
  'service',
  'anonymous',
  'anyone',
];
const identitiesOnly = everybody.filter((name) => name !== 'service');
const inAccount = everybody.filter((name) => name !== 'service' && name !== 'anonymous');
const all = (names: readonly CallerName[], match: string) =>
  Object.fromEntries(names.map((name) => [name, match]));

/** Who an entry matches, and in which class (section 2.2). */
describe('match classes', () => {
  test.each<[PrincipalEntry['kind'], string, Readonly<Record<string, string>>]>([
    ['*', '*', all(everybody, 'any')],
    ['AWS', '*', all(identitiesOnly, 'any')],
    ['AWS', A, all(inAccount, 'account')],
    ['AWS', `arn:aws:iam::${A}:root`, all(inAccount, 'account')],
    ['AWS', '444455556666', {}],
    ['AWS', `arn:aws:iam::${A}:user/team/Alice`, { user: 'user', federated: 'userOfFederated' }],
    ['AWS', `arn:aws:iam::${A}:user/Alice`, {}],
    ['AWS', `arn:aws:iam::${A}:user/team/alice`, {}],
    ['AWS', `arn:aws:iam::${A}:role/app/Worker`, { session: 'role' }],
    ['AWS', `arn:aws:iam::${A}:role/Worker`, {}],
    // Nobody says which path the guest's role has, so its name decides.
    ['AWS', `arn:aws:iam::${A}:role/any/path/Guest`, { guest: 'role' }],
    ['AWS', `arn:aws:iam::444455556666:role/Guest`, {}],
    ['AWS', `arn:aws:iam::${A}:user/Guest`, {}],
    ['AWS', `arn:aws:sts::${A}:assumed-role/Worker/s1`, { session: 'session' }],
    ['AWS', `arn:aws:sts::${A}:assumed-role/Worker/s2`, {}],
    ['AWS', `arn:aws:sts::${A}:federated-user/carol`, { federated: 'federatedUser' }],
    ['AWS', 'AIDAALICE', { user: 'user' }],
    ['AWS', 'AROAWORKER', { session: 'role' }],
    ['AWS', 'AROANOBODY', {}],
    ['Service', 'logs.us-east-1.amazonaws.com', { service: 'service' }],
    ['Service', 'logs.amazonaws.com', {}],
    ['Service', '*', {}],
    ['Federated', 'accounts.google.com', {}],
    ['CanonicalUser', 'abc', {}],
    ['AWS', `arn:aws:iam::${A}:group/Admins`, {}],
    ['AWS', `arn:aws:iam::${A}:role/*`, {}],
    ['AWS', `arn:aws:sts::${A}:assumed-role/Worker/*`, {}],
    ['AWS', '11112222333?', {}],
    ['AWS', 'nonsense', {}],
  ])('%s %s', (kind, value, expected) => {
    const plan = planEntry({ kind, value, span });
    const nameOf = (found: number) => Object.entries(MatchClass).find(([, bit]) => bit === found)?.[0];
    const matched = everybody.map((name) => [name, nameOf(matchEntry(plan, callers[name]))]);
    expect(Object.fromEntries(matched.filter(([, match]) => match !== 'none'))).toEqual(expected);
  });

  test.each<[PrincipalEntry['kind'], string, string]>([
    ['Service', 'a*.amazonaws.com', 'a service principal is matched as a whole, never by a wildcard'],
    ['Federated', 'x', 'a federated principal matters only in a role trust policy'],
    ['CanonicalUser', 'x', 'a canonical user is a notion of Amazon S3 and matches nobody here'],
    ['AWS', `arn:aws:iam::${A}:role/*`, 'a wildcard never matches part of a principal'],
    ['AWS', `arn:aws:iam::${A}:group/G`, 'a group is not a principal'],
    ['AWS', 'x', 'it is not the ARN of a principal'],
    ['AWS', 'AIDAALICE-1', 'it is not the ARN of a principal'],
    ['AWS', 'xAIDAALICE', 'it is not the ARN of a principal'],
  ])('%s %s matches nobody, because …', (kind, value, because) => {
    expect(planEntry({ kind, value, span })).toEqual({ kind: 'invalid', because });
  });
});

/** A listed caller is exempt, but a Deny hits users and roles that have a boundary all the same (IAM-040…042). */
describe('NotPrincipal', () => {
  const plan = (value: string) =>
    compilePrincipal({ negated: true, entries: [{ kind: 'AWS', value, span }], span });
  const hit = (value: string, hasBoundary: boolean) =>
    everybody.filter((name) => matchNotPrincipal(plan(value), callers[name], hasBoundary) === MatchClass.any);

  test('leaves out whom it lists', () => {
    expect(hit('444455556666', false)).toEqual(everybody);
    expect(hit(A, false)).toEqual(['service', 'anonymous']);
    expect(hit(`arn:aws:iam::${A}:role/app/Worker`, false)).toEqual(
      everybody.filter((name) => name !== 'session'),
    );
  });

  test('leaves out no user and no role with a boundary', () => {
    expect(hit(A, true)).toEqual(['user', 'session', 'guest', 'service', 'anonymous']);
  });
});
