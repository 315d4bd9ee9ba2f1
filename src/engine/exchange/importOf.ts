import { placeholdersIn } from './fillIn.ts';
import type { Content, Piece } from './piece.ts';
import type { Value } from './value.ts';

/** The placeholders that the pieces of an import use. */
export function placeholderNames(pieces: readonly Piece[]): ReadonlySet<string> {
  return new Set(
    pieces.flatMap(({ content }) => valuesOf(content)).flatMap((value) => [...placeholdersIn(value)]),
  );
}

/** The values in which placeholders may stand. */
function valuesOf(content: Content): readonly Value[] {
  switch (content.kind) {
    case 'key': {
      const { policy, metadata, aliases, tags, grants } = content;
      const facts = metadata.map(({ value }) => value);
      return [policy, ...facts, ...aliases, tags, ...grants].filter((value) => value !== undefined);
    }
    case 'policy':
      return [content.name, content.owner?.name, content.document].filter((value) => value !== undefined);
    default:
      return [];
  }
}
