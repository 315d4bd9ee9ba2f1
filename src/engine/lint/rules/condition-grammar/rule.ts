import { ANY_TYPE, type Rule } from '#engine/lint/rule.ts';

/** Operators and values that the grammar of conditions does not have (IAM-014, IAM-071). Found while the document is read. */
export const conditionGrammar: Rule = {
  name: 'condition-grammar',
  codes: {
    INVALID_CONDITION_OPERATOR: 'error',
    NULL_WITH_IF_EXISTS: 'error',
    DUPLICATE_KEYS_WITH_DIFFERENT_CASE: 'error',
    INVALID_CONDITION_DATA_TYPE: 'error',
  },
  types: ANY_TYPE,
};
