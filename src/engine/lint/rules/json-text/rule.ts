import { ANY_TYPE, type Rule } from '#engine/lint/rule.ts';

/** Text that is no strict JSON (IAM-003). Found while the document is read. */
export const jsonText: Rule = {
  name: 'json-text',
  codes: {
    JSON_SYNTAX_ERROR: 'error',
    DUPLICATE_KEY: 'error',
    TEXT_TOO_LONG: 'error',
    NESTING_TOO_DEEP: 'error',
    LONE_SURROGATE: 'warning',
    INVALID_CHARACTER: 'error',
  },
  types: ANY_TYPE,
};
