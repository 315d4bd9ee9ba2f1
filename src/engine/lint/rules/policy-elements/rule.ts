import { ANY_TYPE, type Rule } from '#engine/lint/rule.ts';

/** Elements that a policy or a statement lacks, or cannot have (IAM-002, IAM-006, IAM-007, IAM-011, KMS-019). Found while the document is read. */
export const policyElements: Rule = {
  name: 'policy-elements',
  codes: {
    INVALID_POLICY_ELEMENT: 'error',
    DATA_TYPE_MISMATCH: 'error',
    MISSING_STATEMENT: 'error',
    MISSING_EFFECT: 'error',
    INVALID_EFFECT: 'error',
    MISSING_PRINCIPAL: 'error',
    MISSING_ACTION: 'error',
    MISSING_RESOURCE: 'error',
    UNSUPPORTED_ELEMENT_COMBINATION: 'error',
    INVALID_PRINCIPAL_FORMAT: 'error',
    INVALID_PRINCIPAL_KEY: 'error',
    UNSUPPORTED_PRINCIPAL: 'error',
  },
  types: ANY_TYPE,
};
