import { ANY_TYPE, type Rule } from '#engine/lint/rule.ts';

/** Variables where AWS does not fill them in, or not written as it reads them (IAM-008, IAM-110, IAM-112). Found while the document is read. */
export const policyVariables: Rule = {
  name: 'policy-variables',
  codes: {
    VARIABLE_UNSUPPORTED_IN_ELEMENT: 'error',
    VARIABLE_UNSUPPORTED_IN_VERSION: 'error',
    INVALID_VARIABLE_FOR_OPERATOR: 'error',
    MISSING_BRACE_IN_VARIABLE: 'error',
    MISSING_QUOTE_IN_VARIABLE: 'error',
    EMPTY_VARIABLE: 'error',
    UNSUPPORTED_SPACE_IN_VARIABLE: 'error',
  },
  types: ANY_TYPE,
};
