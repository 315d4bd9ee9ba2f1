import type { PrincipalEntry } from '#engine/policy/policy.ts';
import { isAccountId } from '#engine/vocabulary/arn.ts';
import { readIdentityArn } from '#engine/vocabulary/identityArn.ts';
import type { Cell, CellKind } from './cell.ts';

/**
 * How an entry names the callers of a cell (IAM-020, IAM-131): as everyone or themselves (`strong`), through their role
 * (`limited`, which boundaries bind), or through their account. Entries name all callers of a cell or none.
 */
export type Naming = 'strong' | 'limited' | 'account' | 'none';

/** Unique ids of the users and roles that a scenario knows, by ARN. */
export type UniqueIds = ReadonlyMap<string, string>;

type Entry = Pick<PrincipalEntry, 'kind' | 'value'>;

/** Whom an entry names; read once, since every cell is asked about every entry. */
type Meaning =
  | { readonly kind: 'everyone' | 'everyIdentity' | 'nobody' }
  | { readonly kind: 'account'; readonly account: string; readonly partition: string | undefined }
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'session'; readonly arn: string }
  | { readonly kind: 'named'; readonly of: CellKind; readonly name: string };

const meanings = new WeakMap<Entry, Meaning>();

/** @param entry of a policy on the key, or a grantee in the same form. */
export function namingOf(entry: Entry, cell: Cell, ids: UniqueIds): Naming {
  let meaning = meanings.get(entry);
  if (meaning === undefined) {
    meaning = meaningOf(entry);
    meanings.set(entry, meaning);
  }
  return namingBy(meaning, cell, ids);
}

function namingBy(meaning: Meaning, cell: Cell, ids: UniqueIds): Naming {
  switch (meaning.kind) {
    case 'everyone':
      return 'strong';
    case 'everyIdentity':
      return cell.kind === 'service' ? 'none' : 'strong';
    case 'account':
      return isAccountOf(meaning, cell) ? 'account' : 'none';
    case 'id':
      return namingOfId(meaning.id, cell, ids);
    case 'session':
      return cell.session === meaning.arn ? 'strong' : 'none';
    case 'named':
      return namingByName(meaning.of, meaning.name, cell);
    case 'nobody':
      return 'none';
    default:
      return meaning satisfies never;
  }
}

function isAccountOf({ account, partition }: Extract<Meaning, { kind: 'account' }>, cell: Cell): boolean {
  return cell.account === account && (partition === undefined || partition === cell.partition);
}

function namingByName(kind: CellKind, name: string, cell: Cell): Naming {
  if (cell.name !== name || cell.kind !== kind) return 'none';
  return kind === 'role' ? 'limited' : 'strong';
}

const nobody: Meaning = { kind: 'nobody' };

function meaningOf({ kind, value }: Entry): Meaning {
  if (kind === '*') return { kind: 'everyone' };
  if (kind === 'Service') return { kind: 'named', of: 'service', name: value };
  return kind === 'AWS' ? meaningOfIdentity(value) : nobody;
}

function meaningOfIdentity(value: string): Meaning {
  if (value === '*') return { kind: 'everyIdentity' };
  if (isAccountId(value)) return { kind: 'account', account: value, partition: undefined };
  if (/^(AIDA|AROA)[A-Z0-9]+$/.test(value)) return { kind: 'id', id: value };
  const identity = readIdentityArn(value);
  if (identity === undefined || identity.kind === 'group' || /[*?]/.test(value)) return nobody;
  const { account, partition } = identity;
  if (identity.kind === 'root') return { kind: 'account', account, partition };
  if (identity.kind === 'session') return { kind: 'session', arn: value };
  return { kind: 'named', of: identity.kind, name: value };
}

function namingOfId(id: string, cell: Cell, ids: UniqueIds): Naming {
  if (cell.name === undefined || ids.get(cell.name) !== id) return 'none';
  return cell.kind === 'role' ? 'limited' : cell.kind === 'user' ? 'strong' : 'none';
}

/** The ways in which a whole list names the callers of a cell. */
export function namingsOf(entries: readonly Entry[], cell: Cell, ids: UniqueIds): ReadonlySet<Naming> {
  const namings = new Set<Naming>();
  for (const entry of entries) {
    const naming = namingOf(entry, cell, ids);
    if (naming !== 'none') namings.add(naming);
  }
  return namings;
}
