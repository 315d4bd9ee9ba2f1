/** Any JSON value, as `JSON.parse` gives it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** The parts of a scenario document that the oracle reads, straight from the parsed file. */
export interface PlainScenario {
  readonly keyway: 1;
  readonly accounts?: readonly PlainAccount[];
  readonly organizationPolicies?: readonly PlainOrganizationPolicy[];
  readonly keys?: readonly PlainKey[];
  readonly resources?: readonly PlainResource[];
  readonly identities?: readonly PlainIdentity[];
  readonly vpcEndpoints?: readonly PlainEndpoint[];
  readonly requests?: readonly PlainRequest[];
}

export interface PlainAccount {
  readonly id: string;
  readonly organization?: string;
  readonly path?: readonly string[];
  readonly managementAccount?: boolean;
}

export interface PlainOrganizationPolicy {
  readonly type: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';
  readonly name?: string;
  readonly targets?: readonly string[];
  readonly document: Json;
}

export interface PlainKey {
  readonly arn: string;
  readonly metadata?: JsonObject;
  readonly aliases?: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
  readonly policy: Json;
  readonly grants?: Json;
}

export interface PlainResource {
  readonly arn: string;
  readonly account?: string;
  readonly policy?: Json;
}

export interface PlainNamedPolicy {
  readonly name?: string;
  readonly document: Json;
}

export interface PlainIdentity {
  readonly arn: string;
  readonly id?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly groups?: readonly string[];
  readonly policies?: readonly PlainNamedPolicy[];
  readonly permissionsBoundary?: PlainNamedPolicy;
}

export interface PlainEndpoint {
  readonly id: string;
  readonly vpc?: string;
  readonly policy?: Json;
}

export interface PlainRequest {
  readonly name?: string;
  readonly principal: string;
  readonly action: string;
  readonly resource?: string;
  readonly parameters?: JsonObject;
  readonly context?: JsonObject;
  readonly session?: {
    readonly policies?: readonly Json[];
    readonly tags?: Readonly<Record<string, string>>;
    readonly mfaAuthenticated?: boolean;
    readonly issuer?: string;
  };
  readonly viaService?: string;
  readonly expect?: Json;
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isJsonList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** A scalar or a list is the same wherever the policy grammar has a list (IAM-004); absent is no value. */
export function listed(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return isJsonList(value) ? value : [value];
}

/** Texts as they are; numbers and booleans as their text (IAM-005, KMS-103). */
export function textOf(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** A document, given as an object or as the escaped string that AWS APIs return. */
export function documentOf(value: Json): Json {
  return typeof value === 'string' ? (JSON.parse(value) as Json) : value;
}

export function memberOf(value: Json | undefined, name: string): Json | undefined {
  return isJsonObject(value) ? value[name] : undefined;
}
