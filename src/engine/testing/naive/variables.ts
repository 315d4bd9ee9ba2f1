import { type NaiveContext, valuesOf } from './context.ts';
import { type Glob, globOf } from './glob.ts';

const variable = /\$\{([^{}]*)\}/;
const withDefault = /^([^\s,]+), '([^']*)'$/;

/**
 * A text of a policy with its variables replaced (IAM section 5). Stars and question marks of the policy stay wildcards,
 * those of a value are characters (IAM-116).
 *
 * @returns undefined where a variable has neither value nor default: the text then matches nothing (IAM-115)
 */
export function substituted(text: string, context: NaiveContext): Glob | undefined {
  const found = variable.exec(text);
  if (found === null) return globOf(text);
  const after = text.slice(found.index + found[0].length);
  const value = valueOf(found[1] ?? '', found[0], context);
  const rest = substituted(after, context);
  if (value === undefined || rest === undefined) return undefined;
  return [...globOf(text.slice(0, found.index)), { text: value }, ...rest];
}

function valueOf(inside: string, whole: string, context: NaiveContext): string | undefined {
  // IAM-113.
  if (inside === '*' || inside === '?' || inside === '$') return inside;
  const [, name, standard] = withDefault.exec(inside) ?? [undefined, inside, undefined];
  // IAM-112: anything else is plain text.
  if (name === undefined || name === '' || /[\s,']/.test(name)) return whole;
  // IAM-111, IAM-114: a key with several values has no value.
  if (context.get(name.toLowerCase())?.multivalued === true) return standard;
  return valuesOf(context, name)?.[0] ?? standard;
}
