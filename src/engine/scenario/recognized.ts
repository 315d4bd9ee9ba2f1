import type { Diagnostic } from '../source/diagnostic.ts';
import type { KeyMetadata, Scenario } from './scenario.ts';

/** What a pasted or opened text is, and what of it goes where. */
export type Recognized =
  | RecognizedPolicy
  | { readonly kind: 'scenario'; readonly scenarios: readonly Scenario[]; readonly suite: boolean }
  | { readonly kind: 'grants'; readonly text: string }
  | { readonly kind: 'keyMetadata'; readonly arn: string; readonly metadata: KeyMetadata }
  | { readonly kind: 'aliases'; readonly aliases: readonly AliasEntry[] }
  | { readonly kind: 'tags'; readonly tags: Readonly<Record<string, string>> }
  | { readonly kind: 'unknown'; readonly because: string; readonly diagnostics: readonly Diagnostic[] };

export interface RecognizedPolicy {
  readonly kind: 'keyPolicy' | 'identityPolicy';
  /** The policy's own text: unwrapped, laid out where it came on one line or escaped, otherwise as it was. */
  readonly text: string;
  /** What was done to get at the policy, one sentence. */
  readonly note?: string;
  /** Account id, where the policy names exactly one account as a principal. */
  readonly account?: string;
  /** Where the text is no JSON yet: what is wrong, with places in `text` (text id `key`). */
  readonly diagnostics?: readonly Diagnostic[];
}

/** An entry of `list-aliases`. */
export interface AliasEntry {
  /** `alias/…` */
  readonly name: string;
  readonly arn?: string;
  /** Id of the key the alias stands for; AWS managed aliases that were never used have none. */
  readonly targetKeyId?: string;
}
