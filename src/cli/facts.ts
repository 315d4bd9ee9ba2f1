import type { Proof, ProveInput } from '#engine/prove/prove.ts';
import { lineIndex } from '#engine/source/lines.ts';
import type { Options } from './commandLine.ts';
import { readText, UnusableInput } from './input.ts';

/** The facts that `--facts FILE` states. */
export function statedFacts({ facts: file }: Options): Pick<ProveInput, 'facts'> {
  return file === undefined ? {} : { facts: { id: file, text: readText(file) } };
}

/** Why there is no answer: about facts with the places of what is wrong with them, each on a line `file:line:column: message`. */
export function unanswered(
  name: string,
  { because, diagnostics = [] }: Extract<Proof, { kind: 'unanswered' }>,
  { facts }: Pick<ProveInput, 'facts'>,
): UnusableInput {
  if (facts === undefined || diagnostics.length === 0) return new UnusableInput(`${name}: ${because}`);
  const places = lineIndex(facts.text);
  const lines = diagnostics.map(({ span, message }) => {
    const { line, column } = places.at(span.from);
    return `${facts.id}:${line}:${column}: ${message}`;
  });
  return new UnusableInput(lines.join('\n'));
}
