import type { Phrase } from '../explain/phrase.ts';
import type { SourceSpan } from '../source/span.ts';

/** `allowed` for every context, `depends` on context or on policies not supplied, `denied` by a Deny, `none`: nothing allows it. */
export type CellValue = 'allowed' | 'depends' | 'denied' | 'none';

/** A statement or grant that makes or breaks a cell. */
export interface CellEvidence {
  readonly ref: string;
  readonly effect: 'Allow' | 'Deny';
  readonly span: SourceSpan;
}

export interface ActionCell {
  /** `kms:Decrypt`. */
  readonly action: string;
  readonly value: CellValue;
  /** One sentence: why. */
  readonly because: Phrase;
  readonly evidence: readonly CellEvidence[];
}

/** One principal × action group. */
export interface GroupCell {
  readonly group: string;
  /** The strongest true statement about the group: allowed if any action is, then depends, then denied, then none. */
  readonly value: CellValue;
  readonly counts: {
    readonly allowed: number;
    readonly depends: number;
    readonly denied: number;
    readonly none: number;
  };
  readonly evidence: readonly CellEvidence[];
  readonly actions: readonly ActionCell[];
}

export interface AccessPrincipal {
  /** Stable while editing: derived from the ARN or name. */
  readonly id: string;
  readonly kind: 'account' | 'user' | 'role' | 'session' | 'federatedUser' | 'service' | 'anyone';
  /** `role/App`, `Account 444455556666`, `logs.us-east-1.amazonaws.com`, `Anyone else`. */
  readonly label: string;
  /** A second line: the account's name or number, "IAM policies not supplied", … */
  readonly detail: string;
  readonly account: string | null;
  /** What to put into a request to ask as this principal; null where there is no single one (anyone else). */
  readonly ask: string | null;
  /** Where the documents name it. */
  readonly spans: readonly SourceSpan[];
  readonly cells: readonly GroupCell[];
}

/** Who can do what with one key of the scenario: the data of the graph and of the table. */
export interface AccessTable {
  readonly groups: readonly { readonly name: string; readonly actions: readonly string[] }[];
  readonly principals: readonly AccessPrincipal[];
  /** One sentence in words, the graph's description. */
  readonly summary: string;
}
