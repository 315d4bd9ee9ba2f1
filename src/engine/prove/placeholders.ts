import type { Policy, Sourced } from '#engine/policy/policy.ts';
import type { World } from '#engine/world/world.ts';
import { allPlans } from '#engine/world/mentionedKeys.ts';
import type { Undecided } from './prover.ts';

/** A gap that a template engine would fill in, `${AWS::Region}` or `${account_id}`: IAM knows no such variable. */
export interface Placeholder {
  readonly text: string;
  readonly ref: string;
  readonly source: Sourced;
}

/** The placeholders of a world's documents. What they stand for is not guessed: the author is asked to fill them in. */
export function placeholdersIn(world: World): readonly Placeholder[] {
  return allPlans(world).flatMap(({ policy }) => ofPolicy(policy));
}

function ofPolicy({ statements }: Policy): readonly Placeholder[] {
  return statements.flatMap((statement) => {
    const texts: readonly Sourced[] = [
      ...(statement.principal?.entries ?? []),
      ...(statement.action?.patterns ?? []),
      ...(statement.resource?.patterns ?? []),
      ...statement.conditions.flatMap(({ values }) => values),
    ];
    return texts.flatMap((source) =>
      placeholdersOf(source.value).map((text) => ({ text, ref: statement.ref, source })),
    );
  });
}

function placeholdersOf(text: string): readonly string[] {
  const found: string[] = [];
  for (let open = text.indexOf('${'); open >= 0; open = text.indexOf('${', open + 2)) {
    const close = text.indexOf('}', open);
    const inside = close < 0 ? '' : text.slice(open + 2, close);
    if (close >= 0 && !isVariable(inside)) found.push(text.slice(open, close + 1));
  }
  return found;
}

/** `*`, `?` and `$` are escapes; a condition key has a prefix and a colon, and is no `AWS::Something`. */
function isVariable(inside: string): boolean {
  if (inside === '*' || inside === '?' || inside === '$') return true;
  return /^[A-Za-z0-9-]+:(?!:)/.test(inside) && !inside.includes('::');
}

export function asUndecided({ ref, source }: Placeholder): Undecided {
  return { why: 'placeholder', ref, span: source.span };
}
