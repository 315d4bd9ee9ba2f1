import { type Caller, callerAccount } from '../request/caller.ts';
import { type IdentityArn, readIdentityArn } from '../vocabulary/identityArn.ts';
import type { StatementPlan } from './plan.ts';
import type { EntryPlan } from './principalMatch.ts';

/**
 * Some statements, sorted by whom they can be about, so that a caller meets only those that may name it: a key policy of the
 * largest size has a hundred statements, and two or three of them concern a caller. What the index finds still has to match.
 */
export interface StatementIndex {
  /** In source order. */
  readonly all: readonly StatementPlan[];
  /** Statements to be asked whoever calls: without Principal, with NotPrincipal, or for everyone. */
  readonly whoever: readonly StatementPlan[];
  /** The others, under the name of each of their entries (`nameOfEntry`). */
  readonly byName: ReadonlyMap<string, readonly StatementPlan[]>;
}

export function indexStatements(all: readonly StatementPlan[]): StatementIndex {
  const whoever: StatementPlan[] = [];
  const byName = new Map<string, StatementPlan[]>();
  for (const statement of all) {
    const names = namesOfStatement(statement);
    if (names === 'whoever') whoever.push(statement);
    else for (const name of names) byName.set(name, [...(byName.get(name) ?? []), statement]);
  }
  return { all, whoever, byName };
}

function namesOfStatement({ principal }: StatementPlan): ReadonlySet<string> | 'whoever' {
  if (principal === undefined || principal.element.negated) return 'whoever';
  const names = principal.entries.map(({ plan }) => nameOfEntry(plan));
  return names.includes('*') ? 'whoever' : new Set(names.flatMap((name) => name ?? []));
}

/**
 * The name under which an entry is found: account id, name of the user, role or federated user, unique id, service name. Not
 * the ARN, because a session's ARN does not tell the path of its role (IAM-029).
 *
 * @returns `*` for an entry that names nobody in particular, undefined for one that matches nobody.
 */
export function nameOfEntry(plan: EntryPlan): string | undefined {
  switch (plan.kind) {
    case 'everyone':
    case 'everyIdentity':
      return '*';
    case 'account':
      return plan.account;
    case 'identity':
      return nameOfIdentity(plan.identity);
    case 'uniqueId':
      return plan.id;
    case 'service':
      return plan.name;
    case 'invalid':
      return undefined;
    default:
      return plan satisfies never;
  }
}

function nameOfIdentity(identity: IdentityArn): string {
  if (identity.kind === 'root') return identity.account;
  return identity.kind === 'session' ? identity.role : identity.name;
}

/**
 * The names a caller can have, one function for each so that no list is made: whatever entry matches a caller is found under
 * one of them.
 */
export const callerNames: readonly ((caller: Caller) => string | undefined)[] = [
  (caller) => (caller.kind === 'service' ? caller.name : callerAccount(caller)),
  ownName,
  otherName,
];

/** The statements of an index that may be about a caller, in source order: all that match the caller are among them. */
export function statementsAbout(index: StatementIndex, caller: Caller): readonly StatementPlan[] {
  const { whoever, byName } = index;
  const named = callerNames.flatMap((nameOf) => byName.get(nameOf(caller) ?? '') ?? []);
  if (named.length === 0) return whoever;
  return [...new Set([...whoever, ...named])].toSorted(
    (left, right) => left.statement.index - right.statement.index,
  );
}

function ownName(caller: Caller): string | undefined {
  switch (caller.kind) {
    case 'user':
    case 'federatedUser':
      return caller.name;
    case 'roleSession':
      return caller.roleName;
    default:
      return undefined;
  }
}

/** The unique id of the user or role; for a federated user, the user who federated. */
function otherName(caller: Caller): string | undefined {
  switch (caller.kind) {
    case 'user':
      return caller.id;
    case 'roleSession':
      return caller.roleId;
    case 'federatedUser':
      return nameOfArn(caller.userArn);
    default:
      return undefined;
  }
}

function nameOfArn(arn: string | undefined): string | undefined {
  const identity = arn === undefined ? undefined : readIdentityArn(arn);
  return identity && nameOfIdentity(identity);
}
