import { compileWildcard, type WildcardMatcher, type WildcardSegment } from '../vocabulary/wildcard.ts';
import { noNotes, type ConditionNote } from './note.ts';
import {
  nameValue,
  withNegation,
  type Comparison,
  type ConditionOperator,
  type PolicyText,
  type Side,
} from './operator.ts';

const arnComponents = 6;

/** The four ARN operators are two: the Equals forms take wildcards like the Like forms (IAM-088). */
export const arnOperators: readonly ConditionOperator[] = [
  ...arnOperator('ArnEquals', 'ArnNotEquals'),
  ...arnOperator('ArnLike', 'ArnNotLike'),
];

function arnOperator(name: string, negatedName: string): readonly ConditionOperator[] {
  return withNegation(
    { name, family: 'Arn', rule: 'IAM-088', wildcards: true, variables: true, compare, doubts },
    negatedName,
  );
}

function compare(values: readonly PolicyText[]): Comparison {
  const literals = new Set<string>();
  const patterns: (readonly WildcardMatcher[])[] = [];
  for (const value of values) {
    const components = splitPattern(value.segments);
    if (components === undefined) continue;
    const matchers = components.map((component) => compileWildcard(component));
    // Component by component, a pattern without wildcards matches its own text and nothing else.
    if (matchers.every((matcher) => matcher.isLiteral)) literals.add(value.text);
    else patterns.push(matchers);
  }
  return {
    reach: literals.size + patterns.length === 0 ? 'none' : 'some',
    matches(value) {
      if (literals.has(value)) return true;
      for (const pattern of patterns) if (matchesArn(pattern, value)) return true;
      return false;
    },
  };
}

/** Both sides are cut at their first five colons; a wildcard never reaches into the next component. */
function matchesArn(components: readonly WildcardMatcher[], value: string): boolean {
  let from = 0;
  for (let index = 0; index < components.length; index++) {
    const colon = index < arnComponents - 1 ? value.indexOf(':', from) : value.length;
    if (colon < 0 || components[index]?.test(value, from, colon) !== true) return false;
    from = colon + 1;
  }
  return true;
}

/** The six components of a pattern, each in pieces; undefined where there are fewer than five colons. */
function splitPattern(
  segments: readonly WildcardSegment[],
): readonly (readonly WildcardSegment[])[] | undefined {
  const components: WildcardSegment[][] = [[]];
  for (const segment of segments) {
    let rest = segment;
    while (rest.kind === 'text' && components.length < arnComponents) {
      const colon = rest.text.indexOf(':');
      if (colon < 0) break;
      components.at(-1)?.push({ kind: 'text', text: rest.text.slice(0, colon) });
      components.push([]);
      rest = { kind: 'text', text: rest.text.slice(colon + 1) };
    }
    components.at(-1)?.push(rest);
  }
  return components.length === arnComponents ? components : undefined;
}

function doubts(text: string, side: Side): readonly ConditionNote[] {
  if (text.split(':', arnComponents).length === arnComponents) return noNotes;
  return [
    {
      rule: 'IAM-088',
      text: `${nameValue(text, side)} has fewer than the six fields of an ARN, and AWS does not say what comes of that; it is taken to match nothing, so a negated operator holds.`,
    },
  ];
}
