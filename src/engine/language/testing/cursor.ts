import type { Scenario } from '#engine/scenario/scenario.ts';
import { DocumentReader } from '#engine/world/documents.ts';
import { createLanguage, type LanguageInput } from '../language.ts';
import type { DocumentKind } from '../documentKind.ts';

/** A scenario with nothing in it. */
export const nothing: Scenario = {
  accounts: [],
  organizationPolicies: [],
  keys: [],
  resources: [],
  identities: [],
  vpcEndpoints: [],
  requests: [],
};

/** A text with its cursor, which `|` marks. */
export function cursorIn(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('|');
  if (offset < 0) throw new Error(`No cursor in ${marked}`);
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

/** Asks about a text whose cursor `|` marks. */
export function at(kind: DocumentKind, marked: string, scenario: Scenario = nothing, id = 'text') {
  const { text, offset } = cursorIn(marked);
  const language = createLanguage(new DocumentReader());
  const input: LanguageInput = { scenario, document: { id, kind, text } };
  return {
    text,
    offset,
    list: () => language.complete(input, offset),
    labels: () => language.complete(input, offset)?.items.map(({ label }) => label) ?? [],
    hover: () => language.hover(input, offset),
    definitions: () => language.definitions(input, offset),
    /** The text after an offer was entered, its places to fill in left empty. */
    accept(label: string): string {
      const list = language.complete(input, offset);
      const item = list?.items.find((each) => each.label === label);
      if (list === null || item === undefined) throw new Error(`${label} is not offered`);
      let entered = text.slice(0, list.from) + filled(item.insert) + text.slice(list.to);
      for (const { at: place, insert } of [...list.edits].toSorted((left, right) => right.at - left.at)) {
        const moved = place > list.from ? place + entered.length - text.length : place;
        entered = entered.slice(0, moved) + insert + entered.slice(moved);
      }
      return entered;
    },
  };
}

/** A snippet's text with its examples, without its places to fill in. */
export function filled(snippet: string): string {
  return snippet
    .replace(/(?<!\\)\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/(?<!\\)\$\d/g, '')
    .replace(/\\([\\$}])/g, '$1');
}
