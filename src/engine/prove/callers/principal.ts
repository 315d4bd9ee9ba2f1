import type { PrincipalEntry } from '#engine/policy/policy.ts';
import { isAccountId } from '#engine/vocabulary/arn.ts';
import { type IdentityArn, readIdentityArn } from '#engine/vocabulary/identityArn.ts';
import type { Cell } from './cell.ts';

/**
 * How an entry names the callers of a cell (IAM-020, IAM-131): as everyone or themselves (`strong`), through their role
 * (`limited`, which boundaries bind), or through their account. Entries name all callers of a cell or none.
 */
export type Naming = 'strong' | 'limited' | 'account' | 'none';

/** Unique ids of the users and roles that a scenario knows, by ARN. */
export type UniqueIds = ReadonlyMap<string, string>;

/** @param entry of a policy on the key, or a grantee in the same form. */
export function namingOf(entry: Pick<PrincipalEntry, 'kind' | 'value'>, cell: Cell, ids: UniqueIds): Naming {
  switch (entry.kind) {
    case '*':
      return 'strong';
    case 'Service':
      return cell.kind === 'service' && cell.name === entry.value ? 'strong' : 'none';
    case 'AWS':
      return cell.kind === 'service' ? 'none' : namingOfIdentity(entry.value, cell, ids);
    default:
      return 'none';
  }
}

function namingOfIdentity(value: string, cell: Cell, ids: UniqueIds): Naming {
  if (value === '*') return 'strong';
  if (isAccountId(value)) return cell.account === value ? 'account' : 'none';
  if (/^(AIDA|AROA)[A-Z0-9]+$/.test(value)) return namingOfId(value, cell, ids);
  const identity = readIdentityArn(value);
  return identity === undefined || /[*?]/.test(value) ? 'none' : namingOfArn(value, identity, cell);
}

function namingOfArn(arn: string, identity: IdentityArn, cell: Cell): Naming {
  if (identity.kind === 'root') return cell.account === identity.account ? 'account' : 'none';
  if (identity.kind === 'session') return cell.session === arn ? 'strong' : 'none';
  if (identity.kind !== cell.kind || cell.name !== arn) return 'none';
  return identity.kind === 'role' ? 'limited' : 'strong';
}

function namingOfId(id: string, cell: Cell, ids: UniqueIds): Naming {
  if (cell.name === undefined || ids.get(cell.name) !== id) return 'none';
  return cell.kind === 'role' ? 'limited' : cell.kind === 'user' ? 'strong' : 'none';
}

/** The ways in which a whole list names the callers of a cell. */
export function namingsOf(
  entries: readonly Pick<PrincipalEntry, 'kind' | 'value'>[],
  cell: Cell,
  ids: UniqueIds,
): ReadonlySet<Naming> {
  const namings = new Set(entries.map((entry) => namingOf(entry, cell, ids)));
  namings.delete('none');
  return namings;
}
