import type { JsonNode } from '#engine/source/json.ts';
import { asArray, asString, memberValue } from '#engine/source/read.ts';
import type { SourceSpan } from '#engine/source/span.ts';
import { textOfParts, textValue, type Value } from '../value.ts';
import type { Intrinsics } from './intrinsics.ts';

/** `Fn::Sub`: `${Name}` and `${Name.Attribute}` are filled in, `${!Name}` is the text `${Name}`. */
export function substituted(intrinsics: Intrinsics, argument: JsonNode, span: SourceSpan): Value {
  const [first, second] = asArray(argument)?.items ?? [argument];
  const text = asString(first);
  if (text === undefined) return intrinsics.open('Fn::Sub', argument, span);
  const parts: (string | Value)[] = [];
  let from = 0;
  for (let open = text.indexOf('${'); open >= 0; open = text.indexOf('${', from)) {
    const close = text.indexOf('}', open);
    if (close < 0) break;
    parts.push(text.slice(from, open));
    parts.push(named(intrinsics, text.slice(open + 2, close), second, span));
    from = close + 1;
  }
  parts.push(text.slice(from));
  return textOfParts(span, parts);
}

function named(
  intrinsics: Intrinsics,
  name: string,
  variables: JsonNode | undefined,
  span: SourceSpan,
): Value {
  const trimmed = name.trim();
  if (trimmed.startsWith('!')) return textValue(span, `\${${trimmed.slice(1)}}`);
  const own = memberValue(variables, trimmed);
  if (own !== undefined) return intrinsics.valueOf(own);
  return trimmed.includes('.') ? intrinsics.attribute(trimmed, span) : intrinsics.reference(trimmed, span);
}
