import type { KeyOrigin, KeyType, KeyUsage } from './keySpec.ts';

/** An action as the Service Authorization Reference has it. */
export interface GeneratedAction {
  readonly name: string;
  readonly accessLevels: readonly string[];
  readonly resourceTypes: readonly string[];
  readonly conditionKeys: readonly string[];
}

export type PermissionClass = 'crypto' | 'keyAdmin' | 'grantManagement' | 'view' | 'internal';

/** The columns of the access table, in the words of the interface. */
export type ActionGroupName = 'Use' | 'Read about' | 'Manage' | 'Delegate' | 'Destroy';

/**
 * What a permission is checked against (KMS-021, KMS-024): the key; the alias (IAM only) and the key or keys (UpdateAlias
 * has two); or nothing that exists yet, so that IAM policies need `Resource: "*"` (KMS-023).
 */
export type AuthorizedOn = 'key' | 'alias+key' | 'none';

/**
 * What a key policy can do about a permission: decide it; decide the key's part of it while the alias part is IAM's (KMS-024);
 * nothing, because the grant decides (KMS-073); nothing, because the operation is about no key (KMS-021).
 */
export type KeyPolicySay = 'yes' | 'keyPartOnly' | 'inert' | 'no';

/** The ways a request can name a key. */
export type IdentifierForm = 'keyId' | 'keyArn' | 'aliasName' | 'aliasArn';

/**
 * What the key must be for the operation to work. Checked after authorization (KMS-252): a wrong `usage`, and for
 * cryptographic operations a wrong `types`, is InvalidKeyUsageException; other mismatches are UnsupportedOperationException.
 */
export interface KeyRequirement {
  readonly usage?: KeyUsage;
  readonly types?: readonly KeyType[];
  readonly origins?: readonly KeyOrigin[];
  readonly multiRegion?: 'PRIMARY';
  /** Not possible on AWS managed keys (KMS-011, KMS-169); which error says so is not documented. */
  readonly customerManaged?: true;
}

/**
 * One hand-kept row about an operation or permission. What the generated data knows (access levels, condition keys) is not
 * repeated. An omitted field means the value in brackets, the most common one.
 */
export interface OperationRow {
  /** Without `kms:`. */
  readonly name: string;
  /** [`both`] `operation`: callable, but no action of a policy. `permission`: an action of policies that cannot be called by that name. */
  readonly kind?: 'operation' | 'permission' | 'both';
  readonly class: PermissionClass;
  /** null: not about a key, or not meant for customers. */
  readonly group: ActionGroupName | null;
  /** [`key`] */
  readonly on?: AuthorizedOn;
  /** [`yes`] */
  readonly keyPolicy?: KeyPolicySay;
  /** [false] Works on a key of another account (KMS-030). */
  readonly crossAccount?: true;
  /** [false] May be listed in a grant (KMS-051). */
  readonly grant?: true;
  /** [`KeyId`] The request parameter that names the key. */
  readonly keyParameter?: string;
  /** [`key`] What that parameter accepts (KMS-031, KMS-034): key ID or ARN; also alias name or ARN; the key ARN alone; an alias name; nothing. */
  readonly identifier?: 'key' | 'keyOrAlias' | 'keyArn' | 'alias' | 'none';
  /** [false] A bare key ID also finds a key of another account, through the ciphertext (KMS-032). */
  readonly foreignKeyId?: true;
  /** [nothing] */
  readonly key?: KeyRequirement;
  /** Parameters that matter to authorization or outcome, separated by blanks: `Name!` is required, `Name=value` has that default. */
  readonly parameters: string;
  /** [itself] The permissions one call needs, where it is not the one of the same name. */
  readonly permissions?: readonly string[];
  /** For what the generated data lacks. */
  readonly accessLevels?: readonly string[];
  readonly conditionKeys?: readonly string[];
  /** One line for completion, hover and tables. */
  readonly meaning: string;
  /** Page tags as in docs/semantics.md. */
  readonly source: string;
}
