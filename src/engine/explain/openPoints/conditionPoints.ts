import { code } from '../words.ts';
import { type OpenPoint, type PointFacts, statementsThatMatter } from './openPoint.ts';

/** Points inside conditions, which the condition language reports with each comparison. */
export function conditionPoints({ traced }: PointFacts): readonly OpenPoint[] {
  return statementsThatMatter(traced)
    .filter(
      ({ principal, action, resource }) =>
        principal?.matched !== false && action.matched && resource.outcome !== 'false',
    )
    .flatMap(({ conditions }) => conditions.flatMap(({ notes }) => notes))
    .map(({ rule, text }) => ({
      rule,
      text: text.split('`').map((part, index) => (index % 2 === 1 ? code(part) : part)),
    }));
}
