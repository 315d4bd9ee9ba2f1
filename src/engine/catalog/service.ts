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
  /** Actions of the service that cause it. */
  readonly actions?: readonly string[];
  /** KMS operations and permissions, canonical; a pattern where the service's page gives one. */
  readonly kms: readonly string[];
}

/** One pair of the encryption context a service sends. */
export interface ServiceContextPair {
  readonly key: string;
  /** Shape of the value: placeholders in angle brackets. */
  readonly value: string;
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
