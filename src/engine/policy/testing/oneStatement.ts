import { parsePolicy } from '../parsePolicy.ts';
import type { ParsedPolicy, PolicyType, Statement } from '../policy.ts';

/** A statement of a key policy with which nothing is wrong. */
export const ALLOW = { Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'kms:*', Resource: '*' };

/** Reads a policy whose text id and name are its type. */
export function parse(text: string, type: PolicyType = 'key'): ParsedPolicy {
  return parsePolicy(text, { id: type, type, name: type });
}

/** A key policy with one right statement, changed; undefined removes a member. */
export function withStatement(change: object): ParsedPolicy {
  return parse(JSON.stringify({ Version: '2012-10-17', Statement: [{ ...ALLOW, ...change }] }));
}

export function statementOf(change: object): Statement {
  return only(withStatement(change).policy?.statements);
}

export function codesOf({ diagnostics }: ParsedPolicy): readonly string[] {
  return diagnostics.map(({ code }) => code);
}

export function only<Item>(items: readonly Item[] | undefined): Item {
  const [item] = items ?? [];
  if (item === undefined) throw new Error('nothing was read');
  return item;
}
