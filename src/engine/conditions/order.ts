/** The six relations of Numeric and Date operators; `order` is negative, zero or positive: request value against policy value. */
export interface Relation {
  /** What follows the family's name: `NumericLessThan`, `DateLessThan`. */
  readonly suffix: string;
  readonly negated: boolean;
  readonly positive: string;
  readonly holds: (order: number) => boolean;
}

/** In `NotEquals` the comparison is that of `Equals`: the negation comes on top, as for every negated operator (IAM-070). */
export const relations: readonly Relation[] = [
  relation('Equals', (order) => order === 0),
  { ...relation('NotEquals', (order) => order === 0), negated: true, positive: 'Equals' },
  relation('LessThan', (order) => order < 0),
  relation('LessThanEquals', (order) => order <= 0),
  relation('GreaterThan', (order) => order > 0),
  relation('GreaterThanEquals', (order) => order >= 0),
];

function relation(suffix: string, holds: (order: number) => boolean): Relation {
  return { suffix, negated: false, positive: suffix, holds };
}
