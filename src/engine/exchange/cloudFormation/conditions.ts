import type { JsonNode } from '#engine/source/json.ts';
import { asArray, asObject, asString, memberValue, oneOrMany } from '#engine/source/read.ts';
import { scalarText, type TemplateFacts } from './templateFacts.ts';

const DEEPEST = 30;

/** Whether a condition holds with the defaults of the parameters; undefined where that is not known. */
export function conditionHolds(
  facts: TemplateFacts,
  node: JsonNode | undefined,
  depth = 0,
): boolean | undefined {
  const call = asObject(node)?.members[0];
  if (call === undefined || depth > DEEPEST) return undefined;
  if (call.key === 'Fn::Equals') return equal(facts, asArray(call.value)?.items ?? []);
  if (call.key === 'Condition')
    return conditionHolds(facts, memberValue(facts.conditions, asString(call.value) ?? ''), depth + 1);
  return combined(
    call.key,
    oneOrMany(call.value).map((item) => conditionHolds(facts, item, depth + 1)),
  );
}

/** What `Fn::Not`, `Fn::And` and `Fn::Or` make of what is known. */
function combined(name: string, inner: readonly (boolean | undefined)[]): boolean | undefined {
  const decisive = name === 'Fn::And' ? false : name === 'Fn::Or' ? true : undefined;
  if (decisive !== undefined && inner.includes(decisive)) return decisive;
  if (inner.includes(undefined)) return undefined;
  return name === 'Fn::Not' ? !inner[0] : decisive === undefined ? undefined : !decisive;
}

function equal(facts: TemplateFacts, sides: readonly JsonNode[]): boolean | undefined {
  const [left, right] = sides.map((side) => {
    const parameter = asString(memberValue(side, 'Ref'));
    if (parameter === undefined) return scalarText(side);
    return scalarText(memberValue(memberValue(facts.parameters, parameter), 'Default'));
  });
  return left === undefined || right === undefined ? undefined : left === right;
}
