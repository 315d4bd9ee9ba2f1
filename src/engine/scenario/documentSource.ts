import type { TextId } from '../source/span.ts';
import { indentationAt, unindented } from './layout.ts';
import type { DocumentText } from './scenario.ts';
import { invalid } from './shape.ts';
import type { Reader } from './shape.ts';

/** A document of a scenario file before it has its name. */
export type DocumentSource = Omit<DocumentText, 'id'>;

/** A policy: an object, cut from the file, or the escaped string that AWS APIs return. */
export const policyDocument: Reader<DocumentSource> = (at) =>
  at.node.kind === 'array' ? invalid(at, 'a policy document (an object) or its text') : anyDocument(at);

/** A list of grants, or the output of `list-grants`, cut from the file; or its text. */
export const grantsDocument: Reader<DocumentSource> = (at) => anyDocument(at);

const anyDocument: Reader<DocumentSource> = (at) => {
  const { kind, span } = at.node;
  if (kind === 'object' || kind === 'array') {
    const text = at.file.text.slice(span.from, span.to);
    if (!at.file.unindent) return { text, offset: span.from };
    return { text: unindented(text, indentationAt(at.file.text, span.from)) };
  }
  if (kind === 'string') {
    const text = at.node.value;
    return at.file.unindent ? { text } : { text, within: { from: span.from, to: span.to } };
  }
  return invalid(at, 'a document or its text');
};

export function named(id: TextId, source: DocumentSource): DocumentText {
  return { id, ...source };
}
