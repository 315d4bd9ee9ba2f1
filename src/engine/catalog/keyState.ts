import type { KeyOrigin } from './keySpec.ts';

/** `KeyState` of DescribeKey. The last two only occur with multi-Region keys, `Unavailable` only in custom key stores. */
export type KeyState =
  | 'Enabled'
  | 'Disabled'
  | 'PendingDeletion'
  | 'PendingReplicaDeletion'
  | 'PendingImport'
  | 'Unavailable'
  | 'Creating'
  | 'Updating';

/** A footnote of AWS's key state table; the numbers are AWS's. */
export interface KeyStateFootnote {
  /** The error; a footnote without one is a remark. */
  readonly error?: string;
  /** Continues "The key …". */
  readonly because: string;
  /** The error only comes with such keys; without it, with every key. */
  readonly when?: 'customKeyStore' | 'importedMaterial' | 'noImportedMaterial' | 'target';
}

/** What the outcome depends on besides operation and state. */
export interface KeyStateSubject {
  readonly origin: KeyOrigin;
  /** UpdateAlias: the key the alias is to point at, rather than the one it points at now. */
  readonly target?: boolean;
}

export interface KeyStateError {
  readonly error: string;
  /** Continues "The key …": `is disabled`. */
  readonly because: string;
  /** AWS's footnote; undefined where the table says only that the operation fails. */
  readonly footnote: number | undefined;
}

/** What a key's state does to an operation that is authorized. */
export type KeyStateOutcome =
  | { readonly result: 'ok'; readonly remark: string | undefined; readonly inferred: boolean }
  | {
      readonly result: 'error';
      /** What the call returns; where AWS leaves it open, the first is the one usually seen. */
      readonly errors: readonly [KeyStateError, ...KeyStateError[]];
      /** Not in AWS's table, but follows from it. */
      readonly inferred: boolean;
    }
  /** No key that the operation works on can be in this state. */
  | { readonly result: 'notApplicable' };
