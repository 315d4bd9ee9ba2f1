import { ANY_TYPE, type Rule } from '#engine/lint/rule.ts';

/** A policy without a version, or with one that does not exist (IAM-008). Found while the document is read. */
export const policyVersion: Rule = {
  name: 'policy-version',
  codes: {
    MISSING_VERSION: 'warning',
    INVALID_VERSION: 'error',
  },
  types: ANY_TYPE,
};
