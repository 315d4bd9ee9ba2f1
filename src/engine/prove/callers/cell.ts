import type { Lane, LaneConstraint, Phase } from '../text/lanes.ts';

export type CellKind = 'root' | 'user' | 'role' | 'federatedUser' | 'service';

/**
 * A set of callers that no document tells apart by naming them: one named principal, or (`open`) all the others of a kind in an
 * account, or in the accounts that no document names.
 */
export interface Cell {
  readonly kind: CellKind;
  /** Undefined for services, and where any account that no document names will do. */
  readonly account: string | undefined;
  /** The key's: from no other does a request reach it (IAM-019). */
  readonly partition: string;
  /** ARN of the user, role, federated user or root, or the name of the service; undefined for open cells. */
  readonly name: string | undefined;
  /** ARN of the one session of the role that is meant. */
  readonly session: string | undefined;
  readonly open: OpenNames | undefined;
  /** A role that a service made for itself: SCPs and RCPs do not bind it (IAM-124). */
  readonly serviceLinked: boolean;
}

/** What is free about the callers of an open cell, and the texts that condition keys make of it. */
export interface OpenNames {
  readonly phases: readonly Phase[];
  /** The principal's ARN, or the service's name. */
  readonly whole: Lane;
  /** The last part of the ARN. */
  readonly last: Lane;
  readonly account: Lane | undefined;
  /** Keeps the callers of the cell apart from the named ones. */
  readonly apart: readonly LaneConstraint[];
  /** Words to try first. */
  readonly samples: readonly (readonly string[])[];
}

/** What a condition key that follows from the caller says for the callers of a cell. */
export type Derived =
  | { readonly kind: 'absent' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly texts: readonly string[] }
  | { readonly kind: 'lane'; readonly lane: Lane; readonly list: boolean };

const absent: Derived = { kind: 'absent' };

/** The condition keys, in lower case, that follow from the caller and nothing else (IAM section 7, KMS-130). */
const derivations: Readonly<Record<string, (cell: Cell) => Derived>> = {
  'aws:principalarn': (cell) => (cell.kind === 'service' ? absent : whole(cell)),
  'aws:principalaccount': account,
  'kms:calleraccount': account,
  'aws:principaltype': ({ kind }) => (kind === 'service' ? absent : { kind: 'text', text: TYPES[kind] }),
  'aws:username': username,
  'aws:principalisawsservice': ({ kind }) => ({ kind: 'text', text: String(kind === 'service') }),
  'aws:principalservicename': (cell) => (cell.kind === 'service' ? whole(cell) : absent),
  'aws:principalservicenameslist': (cell) => (cell.kind === 'service' ? asList(whole(cell)) : absent),
};

const TYPES = {
  root: 'Account',
  user: 'User',
  role: 'AssumedRole',
  federatedUser: 'FederatedUser',
} as const;

export function isDerived(key: string): boolean {
  return Object.hasOwn(derivations, key);
}

export function derive(cell: Cell, key: string): Derived {
  return derivations[key]?.(cell) ?? absent;
}

function whole(cell: Cell): Derived {
  if (cell.name !== undefined) return { kind: 'text', text: cell.name };
  return cell.open === undefined ? absent : { kind: 'lane', lane: cell.open.whole, list: false };
}

function account(cell: Cell): Derived {
  if (cell.account !== undefined) return { kind: 'text', text: cell.account };
  const lane = cell.open?.account;
  return lane === undefined ? absent : { kind: 'lane', lane, list: false };
}

function username(cell: Cell): Derived {
  if (cell.kind !== 'user') return absent;
  if (cell.name !== undefined) return { kind: 'text', text: cell.name.slice(cell.name.lastIndexOf('/') + 1) };
  return cell.open === undefined ? absent : { kind: 'lane', lane: cell.open.last, list: false };
}

function asList(derived: Derived): Derived {
  if (derived.kind === 'text') return { kind: 'list', texts: [derived.text] };
  return derived.kind === 'lane' ? { ...derived, list: true } : derived;
}
