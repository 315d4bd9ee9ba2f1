import type { Sourced } from '../policy/policy.ts';
import type { SourceSpan } from '../source/span.ts';
import type { Edit } from '../whatIf/edit.ts';
import type { Fix } from './finding.ts';

/** Puts another text in the place of a JSON string. */
export function replaceString(title: string, { span }: Sourced, value: string): Fix {
  return { title, edits: [replacing(span, JSON.stringify(value))] };
}

/** What stands at a place becomes another JSON text. */
export function replacing({ text, from, to }: SourceSpan, replacement: string): Edit {
  return { kind: 'text', document: text, offset: from, length: to - from, replacement };
}
