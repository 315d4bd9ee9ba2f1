import { quoted } from '../source/quote.ts';
import type { Sourced } from './policy.ts';
import type { Reading } from './reading.ts';

/** One `${…}` of a text; `closed` is false where the brace is missing. */
interface VariableText {
  readonly inside: string;
  readonly closed: boolean;
}

/** All `${…}` of a text from left to right; an unclosed one reaches to the end. A default in quotes may hold braces. */
function variableTexts(text: string): readonly VariableText[] {
  const found: VariableText[] = [];
  for (let open = text.indexOf('${'); open >= 0; open = text.indexOf('${', open)) {
    const end = endOf(text, open + 2);
    found.push({ inside: text.slice(open + 2, end), closed: end !== undefined });
    if (end === undefined) break;
    open = end + 1;
  }
  return found;
}

/** Offset of the brace that closes the variable whose inside begins at `start`. */
function endOf(text: string, start: number): number | undefined {
  const brace = text.indexOf('}', start);
  if (brace < 0) return undefined;
  const comma = text.slice(start, brace).indexOf(", '");
  const quote = comma < 0 ? -1 : text.indexOf("'", start + comma + 3);
  return quote >= 0 && text[quote + 1] === '}' ? quote + 1 : brace;
}

/** Checks the policy variables of a Resource or of a condition value (IAM-008, IAM-110, IAM-112, IAM-113). */
export function checkVariables(reading: Reading, { value, span }: Sourced): void {
  const variables = variableTexts(value);
  if (variables.length === 0) return;
  if (!reading.variables) {
    const message = `Without \`"Version": "2012-10-17"\` the variable in ${quoted(value)} is plain text.`;
    reading.problems.add(
      'VARIABLE_UNSUPPORTED_IN_VERSION',
      'error',
      span,
      message,
      'Set the version of the policy.',
    );
    return;
  }
  for (const variable of variables) {
    const flaw = flawOf(variable);
    if (flaw !== undefined) reading.problems.add(flaw.code, 'error', span, flaw.message, flaw.help);
  }
}

interface Flaw {
  readonly code: string;
  readonly message: string;
  readonly help?: string;
}

function flawOf({ inside, closed }: VariableText): Flaw | undefined {
  const shown = quoted(`\${${inside}${closed ? '}' : ''}`);
  if (!closed)
    return {
      code: 'MISSING_BRACE_IN_VARIABLE',
      message: `The closing brace of the variable ${shown} is missing.`,
    };
  if (inside.trim() === '')
    return { code: 'EMPTY_VARIABLE', message: `The variable ${shown} names nothing.` };
  if (inside === '*' || inside === '?' || inside === '$') return undefined;
  const comma = inside.indexOf(',');
  const name = comma < 0 ? inside : inside.slice(0, comma);
  if (/\s/.test(name)) {
    return {
      code: 'UNSUPPORTED_SPACE_IN_VARIABLE',
      message: `The name of the variable ${shown} contains a space.`,
      help: 'Remove the space.',
    };
  }
  if (comma < 0 || /^ '[^']*'$/.test(inside.slice(comma + 1))) return undefined;
  const message = `The default of the variable ${shown} does not stand in single quotes after a comma and a space.`;
  return { code: 'MISSING_QUOTE_IN_VARIABLE', message, help: "Write it as `${name, 'default'}`." };
}
