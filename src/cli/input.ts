import { readFileSync } from 'node:fs';
import type { Scenario } from '#engine/scenario/scenario.ts';
import { readScenario } from '#engine/scenario/readScenario.ts';
import { lineIndex } from '#engine/source/lines.ts';

/** Input the command cannot work with; the message names file and place. */
export class UnusableInput extends Error {}

/** A file of scenarios, with its text for the places of problems. */
export interface ScenarioFile {
  readonly name: string;
  readonly text: string;
  readonly scenarios: readonly Scenario[];
}

export function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UnusableInput(`${file}: cannot be read (${reason}).`);
  }
}

/** The scenarios of a file. Throws `UnusableInput` with every problem on a line of its own: `file:line:column: message`. */
export function readScenarios(file: string): ScenarioFile {
  return scenariosIn(file, readText(file));
}

/** The same from the text of a file that was read already. */
export function scenariosIn(file: string, text: string): ScenarioFile {
  const { scenarios, diagnostics } = readScenario(text);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return { name: file, text, scenarios };
  const places = lineIndex(text);
  const lines = errors.map(({ span, message }) => {
    const { line, column } = places.at(span.from);
    return `${file}:${line}:${column}: ${message}`;
  });
  throw new UnusableInput(lines.join('\n'));
}
