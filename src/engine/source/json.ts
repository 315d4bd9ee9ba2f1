import type { SourceSpan } from './span.ts';

/** One member of a JSON object, in source order; repeated keys are kept (IAM-003). */
export interface JsonMember {
  readonly key: string;
  readonly keySpan: SourceSpan;
  readonly value: JsonNode;
}

/** A JSON value that remembers where it stood. Numbers keep their spelling, not a JavaScript double (IAM-005). */
export type JsonNode =
  | { readonly kind: 'object'; readonly span: SourceSpan; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly span: SourceSpan; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly span: SourceSpan; readonly value: string }
  | { readonly kind: 'number'; readonly span: SourceSpan; readonly lexeme: string }
  | { readonly kind: 'boolean'; readonly span: SourceSpan; readonly value: boolean }
  | { readonly kind: 'null'; readonly span: SourceSpan };
