import { operatorMeanings } from '../catalog/operatorMeanings.data.ts';
import { parseOperator } from '../conditions/parseOperator.ts';

const byName = new Map(operatorMeanings.map(({ name, meaning }) => [name, meaning]));

/**
 * What a condition operator asks, its set qualifier (IAM-096, IAM-097) and `IfExists` (IAM-090) included.
 *
 * @returns undefined where it is none
 */
export function operatorMeaning(name: string): string | undefined {
  const parsed = parseOperator(name);
  if ('problem' in parsed) return undefined;
  const { base, qualifier, ifExists } = parsed;
  const parts = [byName.get(base.name) ?? ''];
  if (qualifier === 'ForAnyValue') parts.push('At least one value of the request must pass.');
  if (qualifier === 'ForAllValues') parts.push('Every value of the request must pass; true without values.');
  if (ifExists || (base.negated && qualifier === 'none')) parts.push('True also without the key.');
  return parts.join(' ');
}
