import { conditionOperators } from '#engine/conditions/operators.ts';
import { parseOperator, printOperator, type SetQualifier } from '#engine/conditions/parseOperator.ts';
import { findConditionKey, isMultivalued } from '#engine/catalog/conditionKeys.ts';
import { asObject, member } from '#engine/source/read.ts';
import type { PlaceContext } from '../languageContext.ts';
import { operatorMeaning } from '../operatorMeaning.ts';
import { operatorUse } from '../usage.generated.data.ts';
import type { Completion } from './completion.ts';
import { memberOffer } from './insertion.ts';
import { fitOf } from './fit.ts';

const uses = new Map(operatorUse.map(([name, count]) => [name, count]));

/** Every operator with one suffix or one set qualifier; both together are rare enough to be typed. */
const names: readonly string[] = conditionOperators
  .flatMap((base) => {
    const qualified = (['ForAnyValue', 'ForAllValues'] satisfies SetQualifier[]).map((qualifier) =>
      printOperator(qualifier, base, false),
    );
    const alone = printOperator('none', base, false);
    if (base.family === 'Null') return [alone];
    return [alone, printOperator('none', base, true), ...qualified];
  })
  .toSorted((left, right) => (uses.get(right) ?? 0) - (uses.get(left) ?? 0));

/**
 * Condition operators, most used first. Where the keys under the operator are there already, only those that fit their types
 * (IAM-089), and set operators where a key has several values (IAM-095).
 */
export function completeOperators(context: PlaceContext): readonly Completion[] {
  const { position, around } = context;
  const keys = keysUnder(context);
  const taken = new Set(around.siblings);
  return names
    .filter((name) => !taken.has(name) && keys.every((key) => suits(name, key)))
    .map((name) =>
      memberOffer(position, 'operator', { name, meaning: operatorMeaning(name) ?? '', value: '{ "$1" }' }),
    );
}

function keysUnder({ position, around }: PlaceContext): readonly string[] {
  const { word, hasColon } = position;
  if (word === undefined || !hasColon) return [];
  return (asObject(member(around.object, word.value)?.value)?.members ?? []).map(({ key }) => key);
}

function suits(operator: string, key: string): boolean {
  const parsed = parseOperator(operator);
  const info = findConditionKey(key);
  if ('problem' in parsed || info === undefined) return true;
  if (parsed.qualifier !== 'none' && isMultivalued(key) === false) return false;
  return fitOf(parsed, info) !== 'no';
}
