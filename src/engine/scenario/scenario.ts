import type { TextId } from '../source/span.ts';

/**
 * A policy document or grant list as text: what the user wrote, kept verbatim so that every answer can point into it.
 */
export interface DocumentText {
  readonly id: TextId;
  readonly text: string;
  /** The last text of this document that was usable; it answers while `text` is not. */
  readonly fallback?: string;
  /**
   * Where `text` begins in the file it was read from, in UTF-16 units; absent when it has no such place of its own (typed in
   * the app, or embedded as an escaped string, in which case `within` is the range of that string).
   */
  readonly offset?: number;
  readonly within?: { readonly from: number; readonly to: number };
}

export interface NamedPolicy {
  readonly name: string;
  readonly document: DocumentText;
}

/** Facts about an account. Omitted: in no organization, not a management account. */
export interface AccountFacts {
  readonly id: string;
  readonly name?: string;
  readonly organization?: string;
  /** Organization root, then the OUs down to the account's parent. */
  readonly path?: readonly string[];
  readonly managementAccount?: boolean;
}

export interface OrganizationPolicy {
  readonly type: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';
  readonly name: string;
  readonly targets: readonly string[];
  readonly document: DocumentText;
}

/** The parts of AWS's `KeyMetadata` that decide something; others are kept and ignored. Defaults per scenario format. */
export interface KeyMetadata {
  readonly KeySpec?: string;
  readonly KeyUsage?: string;
  readonly Origin?: string;
  readonly KeyState?: string;
  readonly KeyManager?: string;
  readonly MultiRegion?: boolean;
  readonly MultiRegionConfiguration?: { readonly MultiRegionKeyType?: string };
  readonly CustomKeyStoreId?: string;
  readonly [field: string]: unknown;
}

export interface ScenarioKey {
  /** Key ARN. */
  readonly arn: string;
  readonly metadata?: KeyMetadata;
  /** Alias names, `alias/…`. */
  readonly aliases?: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
  readonly policy: DocumentText;
  /** JSON text of a list of grants (or of `list-grants` output): entries of `ListGrants.Grants`. */
  readonly grants?: DocumentText;
}

export interface ScenarioResource {
  /** ARN, or a pattern of ARNs with `*`. */
  readonly arn: string;
  readonly account?: string;
  readonly policy?: DocumentText;
  readonly encryption?: { readonly kmsKey: string; readonly bucketKey?: boolean };
}

export interface ScenarioIdentity {
  /** ARN of an IAM user, role or group. */
  readonly arn: string;
  /** Unique id (`AIDA…`, `AROA…`). */
  readonly id?: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** Group ARNs, for users. */
  readonly groups?: readonly string[];
  readonly policies?: readonly NamedPolicy[];
  readonly permissionsBoundary?: NamedPolicy;
}

export interface VpcEndpoint {
  readonly id: string;
  readonly vpc?: string;
  readonly policy?: DocumentText;
}

/** A JSON value as request parameters carry it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A call to AWS, in the words of the scenario format. */
export interface ScenarioRequest {
  readonly name?: string;
  /** An ARN of any kind, an account's root ARN, a service principal, or `anonymous`. */
  readonly principal: string;
  /** An API operation, `kms:Decrypt`. */
  readonly action: string;
  /** Key ARN, key id, alias name, alias ARN, or another resource's ARN. Default: the first key. */
  readonly resource?: string;
  /** The API's own request parameters. */
  readonly parameters?: Readonly<Record<string, Json>>;
  /** Further context: replaces what would be derived; a list is multivalued; `null` means absent. */
  readonly context?: Readonly<Record<string, Json>>;
  readonly session?: {
    readonly policies?: readonly DocumentText[];
    readonly tags?: Readonly<Record<string, string>>;
    readonly mfaAuthenticated?: boolean;
    readonly issuer?: string;
  };
  /** Forward access session through this service, e.g. `s3.us-east-1.amazonaws.com`. */
  readonly viaService?: string;
  readonly ciphertext?: {
    readonly key?: string;
    readonly encryptionContext?: Readonly<Record<string, string>>;
  };
  readonly expect?: Expectation;
}

export type ExpectedDecision = 'allowed' | 'explicitDeny' | 'implicitDeny' | 'denied';

export interface Expectation {
  readonly decision?: ExpectedDecision;
  readonly statements?: readonly string[];
  readonly error?: string | null;
}

/** A finding of lint that is meant to stay, and why. */
export interface Suppression {
  /** Its issue code. */
  readonly code: string;
  /** The statement it is about (`key#AllowUse`, `key[2]`), or a whole document (`key`, `identity:UseKey`). */
  readonly about: string;
  readonly reason: string;
}

/** Everything a decision depends on, and what the author expects: the engine's form of the scenario document, version 1. */
export interface Scenario {
  readonly title?: string;
  readonly description?: string;
  readonly accounts: readonly AccountFacts[];
  readonly organizationPolicies: readonly OrganizationPolicy[];
  readonly keys: readonly ScenarioKey[];
  readonly resources: readonly ScenarioResource[];
  readonly identities: readonly ScenarioIdentity[];
  readonly vpcEndpoints: readonly VpcEndpoint[];
  readonly requests: readonly ScenarioRequest[];
  readonly suppressions?: readonly Suppression[];
}
