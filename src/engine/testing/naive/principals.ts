import { identityOf, type NaiveCaller } from './caller.ts';
import { arnField } from './glob.ts';
import { isObject, type Json, listed, type PlainIdentity, textOf } from './plain.ts';

/** How an entry names a caller (IAM section 2.2). */
export type NaiveClass =
  | 'ANY'
  | 'ACCOUNT'
  | 'USER'
  | 'ROLE'
  | 'SESSION'
  | 'FEDUSER'
  | 'USER_OF_FED'
  | 'SERVICE';

/** The class in which one entry of a principal map names the caller; undefined if it does not (table 2.2). */
export function classOfEntry(
  type: string,
  value: string,
  caller: NaiveCaller,
  identities: readonly PlainIdentity[],
): NaiveClass | undefined {
  // IAM-033: only a service's own call, and the name exactly.
  const isService = caller.kind === 'service';
  if (type === 'Service') return isService && caller.principal === value ? 'SERVICE' : undefined;
  // U-18: Federated and CanonicalUser match nobody in these policies.
  if (type !== 'AWS') return undefined;
  // U-17: not for services.
  if (value === '*') return isService ? undefined : 'ANY';
  return caller.account === undefined ? undefined : classOfIdentity(value, caller, identities);
}

/** An account, an id or an ARN. */
function classOfIdentity(
  value: string,
  caller: NaiveCaller,
  identities: readonly PlainIdentity[],
): NaiveClass | undefined {
  if (/^\d{12}$/.test(value)) return value === caller.account ? 'ACCOUNT' : undefined;
  if (/^A(IDA|ROA)/.test(value)) return classOfId(value, caller, identities);
  // IAM-035: no wildcards within.
  // IAM-019: an ARN of another partition names nobody of this one.
  const isHere = arnField(value, 1) === caller.partition && arnField(value, 4) === caller.account;
  const isPossible = !/[*?]/.test(value) && isHere;
  return isPossible ? classOfArn(value, caller) : undefined;
}

/** IAM-034: the id of the user or role itself; not of the user behind a federated session. */
function classOfId(
  value: string,
  caller: NaiveCaller,
  identities: readonly PlainIdentity[],
): NaiveClass | undefined {
  if (identityOf(caller, identities)?.id !== value) return undefined;
  if (caller.kind === 'user') return 'USER';
  return caller.kind === 'session' ? 'ROLE' : undefined;
}

function classOfArn(value: string, caller: NaiveCaller): NaiveClass | undefined {
  const resource = arnField(value, 5);
  if (resource === 'root' && arnField(value, 2) === 'iam') return 'ACCOUNT';
  switch (caller.kind) {
    case 'user':
      return value === caller.principal ? 'USER' : undefined;
    case 'federated':
      if (value === caller.principal) return 'FEDUSER';
      return value === caller.identityArn ? 'USER_OF_FED' : undefined;
    case 'session':
      return classOfSession(value, resource, caller);
    default:
      return undefined;
  }
}

function classOfSession(value: string, resource: string, caller: NaiveCaller): NaiveClass | undefined {
  if (value === caller.principal && resource.startsWith('assumed-role/')) return 'SESSION';
  if (value === caller.identityArn) return 'ROLE';
  // IAM-029: where nothing tells the path, account and name decide.
  const namesRole = resource.startsWith('role/') && resource.endsWith(`/${caller.roleName}`);
  return namesRole && !caller.pathKnown ? 'ROLE' : undefined;
}

/** All classes in which the entries of a `Principal` or `NotPrincipal` element name the caller (IAM-020). */
export function classesOf(
  element: Json,
  caller: NaiveCaller,
  identities: readonly PlainIdentity[],
): ReadonlySet<NaiveClass> {
  if (element === '*') return new Set<NaiveClass>(['ANY']);
  if (!isObject(element)) return new Set();
  return new Set(
    Object.entries(element).flatMap(([type, values]) =>
      listed(values).flatMap((value) => classOfEntry(type, textOf(value) ?? '', caller, identities) ?? []),
    ),
  );
}
