/** Any value of a parsed JSON text. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
export type JsonObject = { readonly [name: string]: Json };
/** Names and values, in the order of the document. */
export type Pairs = readonly (readonly [string, string])[];

export interface PlainIdentity {
  readonly arn: string;
  readonly id?: string;
  readonly tags?: JsonObject;
  readonly groups?: readonly string[];
  readonly policies?: readonly { readonly name: string; readonly document: Json }[];
  readonly permissionsBoundary?: { readonly name: string; readonly document: Json };
}

export interface PlainKey {
  readonly arn: string;
  readonly metadata?: JsonObject;
  readonly aliases?: readonly string[];
  readonly tags?: JsonObject;
  readonly policy: Json;
  readonly grants?: Json;
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
    readonly tags?: JsonObject;
    readonly mfaAuthenticated?: boolean;
    readonly issuer?: string;
  };
  readonly viaService?: string;
  readonly ciphertext?: { readonly key?: string };
}

export interface PlainResource {
  readonly arn: string;
  readonly account?: string;
  readonly policy?: Json;
  readonly encryption?: { readonly kmsKey: string; readonly bucketKey?: boolean };
}

/** A scenario document as `JSON.parse` gives it. */
export interface PlainScenario {
  readonly keyway: 1;
  readonly accounts?: readonly {
    readonly id: string;
    readonly organization?: string;
    readonly path?: readonly string[];
    readonly managementAccount?: boolean;
  }[];
  readonly organizationPolicies?: readonly {
    readonly type: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';
    readonly name: string;
    readonly targets: readonly string[];
    readonly document: Json;
  }[];
  readonly keys: readonly PlainKey[];
  readonly resources?: readonly PlainResource[];
  readonly identities?: readonly PlainIdentity[];
  readonly vpcEndpoints?: readonly { readonly id: string; readonly vpc?: string; readonly policy?: Json }[];
  readonly requests?: readonly PlainRequest[];
}

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !isList(value);

export const memberOf = (value: Json | undefined, name: string): Json | undefined =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;

/** One value may stand for a list of one (IAM-004). */
export const listed = (value: Json | undefined): readonly Json[] =>
  isList(value) ? value : value === undefined ? [] : [value];

/** Numbers and booleans count as their text (IAM-005, KMS-103). */
export const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : undefined;

export const textsOf = (value: Json | undefined): readonly string[] =>
  listed(value).flatMap((one) => textOf(one) ?? []);

export const pairsOf = (value: Json | undefined): Pairs =>
  isObject(value)
    ? Object.entries(value).flatMap(([name, one]) => {
        const text = textOf(one);
        return text === undefined ? [] : [[name, text] as const];
      })
    : [];

/** A document may be an object, or the escaped text that AWS prints. */
export const documentOf = (value: Json): Json => (typeof value === 'string' ? JSON.parse(value) : value);
