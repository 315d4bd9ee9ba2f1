/** How a service reaches KMS (KMS-200). */
export type CallingStyle =
  /** With the caller's identity, which needs the KMS permission. */
  | 'forwardAccessSession'
  /** Through a grant that was created for the service or its session. */
  | 'grant'
  /** As itself; a `Service` statement of the key policy decides. */
  | 'servicePrincipal'
  /** As an IAM role of the account: a service-linked role, an instance role. */
  | 'role';

/** What a service asks of KMS for one task. */
export interface ServiceCall {
  /** The task, continuing "to …": `write an object`. */
  readonly task: string;
  /** Actions of the service that cause it; then `kms` has no patterns. */
  readonly actions?: readonly string[];
  /** Tells calls of one action apart by a parameter of the service's request; a call with a fitting one goes before one without. */
  readonly when?: ParameterTest;
  /** KMS operations and permissions, canonical; a pattern where the service's page gives one. */
  readonly kms: readonly string[];
  /** Those of `kms` that are made later, under a grant that the service holds then: the action itself does not depend on them. */
  readonly underGrant?: readonly string[];
  /** What the service puts into its CreateGrant, where its page says so. */
  readonly grant?: GrantOfService;
}

/** A parameter of a service's own request: given at all, or given as one of some texts. */
export interface ParameterTest {
  readonly parameter: string;
  readonly is?: readonly string[];
  readonly isNot?: readonly string[];
}

/** `<partition>`, `<region>` and `<account>` of the resource, and `<InstanceId>`, a parameter of the service's request, are filled in. */
export interface GrantOfService {
  readonly grantee: string;
  readonly operations: readonly string[];
}

/**
 * Where the value of a pair comes from: the resource's ARN, the last part of it, its S3 bucket or log group, its account, or a
 * parameter of the service's request.
 */
export type PairSource =
  | 'resource'
  | 'id'
  | 'bucket'
  | 'logGroup'
  | 'account'
  | { readonly parameters: readonly string[] };

/** One pair of the encryption context a service sends. */
export interface ServiceContextPair {
  readonly key: string;
  /** Shape of the value: placeholders in angle brackets. */
  readonly value: string;
  /** Absent where a request does not tell; the pair is then left out. */
  readonly from?: PairSource;
  /** The name is general AWS knowledge, not on a page that was read (U-22). */
  readonly uncertain?: true;
  /** Only in some calls. */
  readonly optional?: true;
}

/** How one AWS service uses a KMS key (KMS-204). */
export interface ServiceUse {
  readonly id: string;
  readonly name: string;
  /** The part of `kms:ViaService` before the Region: `s3`. Undefined where the service makes no forward access session. */
  readonly via?: string;
  /** As a key policy names it; `<region>` stands for the Region. */
  readonly principal?: string;
  readonly styles: readonly CallingStyle[];
  readonly calls: readonly ServiceCall[];
  readonly context: readonly ServiceContextPair[];
  /** Whether the service creates grants, or works through them. */
  readonly grants: boolean;
  /** Something in the row is not on a page that was read (KMS-204, U-22). */
  readonly uncertain?: true;
  /** What else to know, one line. */
  readonly note?: string;
  readonly source: string;
}
