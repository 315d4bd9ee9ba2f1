import type { Diagnostic } from '../source/diagnostic.ts';
import type { PolicyKind } from './policyKind.ts';
import type { KeyMetadata, OrganizationPolicy, Scenario } from './scenario.ts';

/** What a pasted or opened text is, and what of it goes where. */
export type Recognized =
  | RecognizedPolicy
  | { readonly kind: 'scenario'; readonly scenarios: readonly Scenario[]; readonly suite: boolean }
  | { readonly kind: 'grants'; readonly text: string }
  | { readonly kind: 'keyMetadata'; readonly arn: string; readonly metadata: KeyMetadata }
  | { readonly kind: 'aliases'; readonly aliases: readonly AliasEntry[] }
  | { readonly kind: 'tags'; readonly tags: Readonly<Record<string, string>> }
  | RecognizedIdentity
  | { readonly kind: 'organizationPolicies'; readonly policies: readonly RecognizedOrganizationPolicy[] }
  | { readonly kind: 'vpcEndpoints'; readonly endpoints: readonly RecognizedEndpoint[] }
  | { readonly kind: 'unknown'; readonly because: string; readonly diagnostics: readonly Diagnostic[] };

export interface RecognizedPolicy {
  readonly kind: PolicyKind;
  /** The policy's own text: unwrapped, laid out where it came on one line or escaped, otherwise as it was. */
  readonly text: string;
  /** What was done to get at the policy, one sentence. */
  readonly note?: string;
  /** Account id, where the policy names exactly one account as a principal. */
  readonly account?: string;
  /** What the policy could be just as well by its shape. */
  readonly otherwise?: readonly PolicyKind[];
  /** The policy's name, where the text says it. */
  readonly name?: string;
  /** Whose policy it is, where the text says it. */
  readonly owner?: { readonly kind: 'user' | 'role' | 'group'; readonly name: string };
  /** ARN of the resource of another service that the policy is attached to, where its statements say it. */
  readonly resource?: string;
  /** Where the text is no JSON yet: what is wrong, with places in `text` (text id `key`). */
  readonly diagnostics?: readonly Diagnostic[];
}

/** What `get-role`, `get-user` or `get-group` says about an identity. */
export interface RecognizedIdentity {
  readonly kind: 'identity';
  readonly arn: string;
  readonly id?: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** ARN of the permissions boundary; its document is not in the output. */
  readonly boundary?: string;
}

/** A policy of `describe-policy`, or one that `list-policies-for-target` only names. */
export interface RecognizedOrganizationPolicy {
  readonly type: OrganizationPolicy['type'];
  readonly name: string;
  /** Absent where the output names the policy and does not hold it. */
  readonly text?: string;
}

/** An entry of `describe-vpc-endpoints`. */
export interface RecognizedEndpoint {
  readonly id: string;
  readonly vpc?: string;
  readonly policy?: string;
}

/** An entry of `list-aliases`. */
export interface AliasEntry {
  /** `alias/…` */
  readonly name: string;
  readonly arn?: string;
  /** Id of the key the alias stands for; AWS managed aliases that were never used have none. */
  readonly targetKeyId?: string;
}
