import type { Diagnostic } from '../source/diagnostic.ts';
import type { JsonNode } from '../source/json.ts';
import { parseJson } from '../source/parseJson.ts';
import type { JsonLimits } from '../source/parseJson.ts';
import { pointerAt, pointerTo } from '../source/pointer.ts';
import { collectProblems } from '../source/problems.ts';
import type { Problems } from '../source/problems.ts';
import { kindInWords } from '../source/read.ts';
import { buildScenario } from './buildScenario.ts';
import { checkRepeatedEntries } from './repeatedEntries.ts';
import type { Scenario } from './scenario.ts';
import { scenarioShape } from './scenarioShape.ts';
import { where } from './shape.ts';
import type { SourceFile } from './shape.ts';

/** Longest scenario file that is read, in UTF-16 units. */
export const LONGEST_SCENARIO = 8_000_000;
/** The text that places in a scenario file belong to. */
const SCENARIO_TEXT = 'scenario';

const MOST_PROBLEMS = 50;

export interface ReadOptions extends JsonLimits {
  /**
   * Gives documents as their author would type them, without the indentation of the file around them and without `offset` and
   * `within`: for a file that is opened to be edited. What `printScenario` indented comes back as it was.
   */
  readonly unindent?: boolean;
}

export interface ReadScenarios {
  /** Empty where there is any error: a scenario that was half understood would give wrong answers. */
  readonly scenarios: readonly Scenario[];
  /** Places count from the start of the file, in the text `scenario`. */
  readonly diagnostics: readonly Diagnostic[];
  /** The file is a list of scenarios. */
  readonly suite: boolean;
}

/**
 * Reads a scenario file, version 1: one scenario or a list of them. Unknown fields and repeated keys are errors, except that
 * unknown fields of AWS's own shapes (policies, `KeyMetadata`, grants, request parameters) are kept and ignored.
 *
 * Documents keep their text verbatim: `offset` says where an embedded one begins in the file, `within` where the string of an
 * escaped one stands. Never throws.
 *
 * @param options limits are 8,000,000 UTF-16 units and 100 levels of brackets if omitted
 */
export function readScenario(text: string, options: ReadOptions = {}): ReadScenarios {
  const { unindent = false, ...limits } = options;
  const { root, diagnostics, wellFormed } = parseJson(text, SCENARIO_TEXT, {
    maxLength: LONGEST_SCENARIO,
    ...limits,
  });
  const suite = root?.kind === 'array';
  if (root === undefined || !wellFormed) {
    return {
      scenarios: [],
      diagnostics: diagnostics.map((diagnostic) => withPointer(diagnostic, root)),
      suite,
    };
  }
  const problems = collectProblems(MOST_PROBLEMS);
  const file: SourceFile = { text, unindent };
  const scenarios = suite
    ? root.items.flatMap((item, index) => readOne(problems, file, item, pointerTo('', index)) ?? [])
    : [readOne(problems, file, root, '')].filter((scenario) => scenario !== undefined);
  return {
    scenarios: problems.hasErrors ? [] : scenarios,
    diagnostics: [...diagnostics, ...problems.sorted()],
    suite,
  };
}

function readOne(
  problems: Problems,
  file: SourceFile,
  node: JsonNode,
  pointer: string,
): Scenario | undefined {
  if (node.kind !== 'object') {
    const place = pointer === '' ? 'A scenario file' : where(pointer);
    const message = `${place} must be a scenario${pointer === '' ? ' or a list of scenarios' : ''}, not ${kindInWords(node)}.`;
    problems.add('INVALID_FIELD', 'error', node.span, message);
    return undefined;
  }
  const source = scenarioShape({ node, pointer, problems, file });
  checkRepeatedEntries(problems, node, pointer);
  return source === undefined ? undefined : buildScenario(source);
}

/** A repeated key has a pointer, unlike a syntax error. */
function withPointer(diagnostic: Diagnostic, root: JsonNode | undefined): Diagnostic {
  if (diagnostic.code !== 'DUPLICATE_KEY' || root === undefined) return diagnostic;
  const pointer = where(pointerAt(root, diagnostic.span.from));
  return { ...diagnostic, message: `${pointer} is written twice: ${lowerFirst(diagnostic.message)}` };
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
