import type { Caller } from '../request/caller.ts';
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
    else {
      for (const name of names) {
        const named = byName.get(name);
        if (named === undefined) byName.set(name, [statement]);
        else named.push(statement);
      }
    }
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

/** How many names a caller can have. */
export const MOST_NAMES = 3;

/**
 * The names under which entries that match a caller are found, one at a time so that no list is made: every such entry has
 * one of them.
 */
export function nameOfCaller(caller: Caller, nth: number): string | undefined {
  switch (caller.kind) {
    case 'user':
      return nth === 0 ? caller.account : nth === 1 ? caller.name : caller.id;
    case 'roleSession':
      return nth === 0 ? caller.account : nth === 1 ? caller.roleName : caller.roleId;
    case 'federatedUser':
      return nth === 0 ? caller.account : nth === 1 ? caller.name : nameOfArn(caller.userArn);
    case 'root':
    case 'anyone':
      return nth === 0 ? caller.account : undefined;
    case 'service':
      return nth === 0 ? caller.name : undefined;
    case 'anonymous':
      return undefined;
    default:
      return caller satisfies never;
  }
}

function nameOfArn(arn: string | undefined): string | undefined {
  const identity = arn === undefined ? undefined : readIdentityArn(arn);
  return identity && nameOfIdentity(identity);
}
