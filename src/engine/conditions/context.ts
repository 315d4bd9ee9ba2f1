/** Where the value of a condition key came from; the trace says it next to the value. */
export type ContextOrigin =
  | { readonly kind: 'given' } // the request's own `context`
  | { readonly kind: 'parameter'; readonly name: string } // a request parameter
  | { readonly kind: 'default'; readonly name: string } // a parameter that was omitted and has a default (KMS-132)
  | { readonly kind: 'key'; readonly property: string } // a property of the KMS key
  | { readonly kind: 'principal' } // who makes the request
  | { readonly kind: 'service' } // the calling style: forward access session or service principal
  | { readonly kind: 'account' } // facts about an account or organization
  | { readonly kind: 'clock' } // when the request happens
  | { readonly kind: 'network' }; // VPC endpoint, TLS

/**
 * One condition key of a request. Absent and empty are different (KMS-131): an absent key has no entry or `state: 'absent'`.
 * `unknown` is for questions about many requests.
 */
export interface ContextEntry {
  /** As spelled where it came from; looked up without regard to case (IAM-072). */
  readonly key: string;
  readonly state: 'present' | 'absent' | 'unknown';
  readonly values: readonly string[];
  /** A property of the key, not of how many values it happens to carry (IAM-095). */
  readonly multivalued: boolean;
  readonly origin: ContextOrigin;
  /** Set where two supplied keys differ only by case, so that AWS's result is unpredictable (IAM-073). */
  readonly ambiguous?: boolean;
}

/** All condition keys of one request, by lower-cased name; `otherwise` says what a key without an entry is. */
export interface RequestContext {
  readonly entries: ReadonlyMap<string, ContextEntry>;
  readonly otherwise: 'absent' | 'unknown';
}
