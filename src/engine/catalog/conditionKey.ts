/** Name, type as the Service Authorization Reference has it, and for a numbered family (`…PCR${n}`) how many there are. */
export type GeneratedConditionKey = readonly [key: string, type: string, count?: number];

export type ConditionValueType = 'string' | 'arn' | 'bool' | 'numeric' | 'date' | 'ip';

/** What is kept by hand about a condition key; name, type and cardinality come from the generated data. */
export interface ConditionKeyRow {
  /** As in the generated data, so that a missing one is noticed. */
  readonly key: string;
  /** One line for completion and hover. */
  readonly meaning: string;
  /** Page tags as in docs/semantics.md. */
  readonly source: string;
  /** Set where the key does nothing in a key policy (KMS-134). */
  readonly iamOnly?: true;
  /** All values there are. */
  readonly values?: readonly string[] | undefined;
  /** Operator families that work besides that of the type (IAM-089). */
  readonly alsoUsableAs?: readonly ConditionValueType[];
  /** Absent, not defaulted, when the parameter it comes from is omitted (KMS-132). */
  readonly absentWhenOmitted?: true;
  /** What to use instead. */
  readonly replacedBy?: string;
  /** A wildcard in its values lets in more than anybody means. */
  readonly sensitive?: true;
}

/** What is known about a condition key, or about a family of keys with a variable part. */
export interface ConditionKeyInfo {
  /** Canonical spelling; the variable part of a family as a placeholder: `kms:EncryptionContext:${EncryptionContextKey}`. */
  readonly name: string;
  /** The fixed part of a family, with its separator: `kms:EncryptionContext:`. */
  readonly prefix: string | undefined;
  /** For a numbered family: the numbers run from 0 to one less than this. */
  readonly count: number | undefined;
  readonly type: ConditionValueType;
  readonly alsoUsableAs: readonly ConditionValueType[];
  /** A request can carry several values, so a set operator is needed (IAM-095). */
  readonly multivalued: boolean;
  /** `global`: of any AWS request. `session`: set by another service on the credentials it hands out. */
  readonly scope: 'kms' | 'global' | 'session';
  /** False where the key only works in IAM policies (KMS-134). */
  readonly inKeyPolicy: boolean;
  /** Canonical names of the KMS operations and permissions that can carry it; `any` for keys that do not depend on the operation. */
  readonly operations: readonly string[] | 'any';
  /** All values there are, where they can be listed. */
  readonly values: readonly string[] | undefined;
  /** Absent, not defaulted, when the parameter it comes from is omitted (KMS-132). */
  readonly absentWhenOmitted: boolean;
  readonly replacedBy: string | undefined;
  readonly sensitive: boolean;
  readonly meaning: string;
  readonly source: string;
}
