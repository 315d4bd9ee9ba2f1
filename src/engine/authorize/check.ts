import type { RequestContext } from '../conditions/context.ts';
import type { Caller } from '../request/caller.ts';
import type { KeyInWorld } from '../world/world.ts';

/** What a permission is checked against. */
export type CheckTarget =
  /** An existing KMS key: key policy, grants and IAM policies decide. */
  | { readonly kind: 'key'; readonly key: KeyInWorld }
  /** An alias: only the caller's IAM policies decide, and no condition key applies (KMS-024). */
  | { readonly kind: 'alias' }
  /** No resource (`*`), or one that does not exist yet: only the caller's IAM policies decide (KMS-021, KMS-023, IAM-055). */
  | { readonly kind: 'none'; readonly region: string; readonly partition: string }
  /** Another service's resource, with its resource policy where the scenario has one. */
  | { readonly kind: 'resource' };

/** The parts of a CreateGrant, or of a use under a grant, that grants look at. */
export interface GrantFacts {
  /** Encryption context of the call: of the source for ReEncryptFrom, of the destination for ReEncryptTo (KMS-113). */
  readonly encryptionContext: ReadonlyMap<string, string>;
  /** True while a question about many requests leaves the encryption context open. */
  readonly encryptionContextOpen: boolean;
  /** For CreateGrant: what the new grant would carry; undefined for other actions and while a question leaves it open. */
  readonly newGrant: NewGrant | undefined;
  /** For RetireGrant: the grant named by the request. */
  readonly grantId: string | undefined;
}

export interface NewGrant {
  readonly operations: readonly string[];
  readonly equals: ReadonlyMap<string, string> | undefined;
  readonly subset: ReadonlyMap<string, string> | undefined;
  readonly sourceArn: string | undefined;
}

/** One permission on one resource for one caller in one context: what the policies are asked. An operation needs one or more (KMS section 6.3). */
export interface Check {
  /** `kms:Decrypt`. */
  readonly action: string;
  /** ARN, or `*` where the action has no resource. */
  readonly resource: string;
  readonly target: CheckTarget;
  /** Account that owns the resource; undefined where nobody's policy on the resource is asked. */
  readonly resourceAccount: string | undefined;
  readonly caller: Caller;
  readonly context: RequestContext;
  /** The same context as a key policy sees it: without keys that do not work there (KMS-134). */
  readonly keyPolicyContext: RequestContext;
  readonly grantFacts: GrantFacts;
  /** VPC endpoint the request came through, if any (KMS-230). */
  readonly endpoint: string | undefined;
  /** A question about many requests: layers that were not supplied are unknown rather than empty. */
  readonly open: boolean;
}
