import type { Answers } from '#engine/exchange/fillIn.ts';
import type { Piece, Position } from '#engine/exchange/piece.ts';
import { placesInTemplate } from '#engine/exchange/placesInTemplate.ts';
import { suggestedAnswer, type Surroundings } from '#engine/exchange/placeholder.ts';
import { readImport } from '#engine/exchange/readImport.ts';
import { settle, type Settled } from '#engine/exchange/settle.ts';
import { UnusableInput } from './input.ts';

/** Templates are filled with what AWS's examples have: what is found must not depend on it. */
export const EXAMPLE: Surroundings = {
  account: '111122223333',
  region: 'us-east-1',
  partition: 'aws',
  keyArn: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
};

/** A piece of a template with what it came to. */
export interface FilledPiece extends Position {
  readonly title: string;
  readonly settled: Settled;
  /** Where a place of its policy stands in the template. */
  readonly placeOf: (offset: number) => Position;
}

/** A template filled in as far as can be told. */
export interface FilledTemplate {
  readonly pieces: readonly FilledPiece[];
  /** Names of what is still open, which stands in the texts as `${name}`. */
  readonly open: readonly string[];
  /** What could not be read: `file:line:column: message`. */
  readonly problems: readonly string[];
}

/** @throws UnusableInput where the text is nothing that Import reads */
export function fillTemplate(file: string, text: string): FilledTemplate {
  const reading = readImport(text);
  if (reading.format === 'unknown') throw new UnusableInput(`${file}: ${reading.because}`);
  const answers = new Map(
    reading.placeholders.flatMap((each) => {
      const answer = suggestedAnswer(each, EXAMPLE);
      return answer === '' ? [] : [[each.name, answer] as const];
    }),
  );
  return {
    pieces: reading.pieces.map((piece) => filled(text, piece, answers)),
    open: reading.placeholders.flatMap(({ name }) => (answers.has(name) ? [] : [name])),
    problems: reading.problems.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`),
  };
}

function filled(template: string, piece: Piece, answers: Answers): FilledPiece {
  const { title, line, column, content } = piece;
  const settled = settle(piece, answers);
  const value =
    content.kind === 'key' ? content.policy : content.kind === 'policy' ? content.document : undefined;
  const policy = policyTextOf(settled);
  const placeOf =
    value === undefined || policy === undefined
      ? () => ({ line, column })
      : placesInTemplate(template, value, answers, policy);
  return { title, line, column, settled, placeOf };
}

function policyTextOf(settled: Settled): string | undefined {
  if (settled.kind === 'key') return settled.policy?.text;
  return settled.kind === 'recognized' && 'text' in settled.recognized ? settled.recognized.text : undefined;
}
