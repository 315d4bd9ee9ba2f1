import { ANY_TYPE, type Rule } from '#engine/lint/rule.ts';

/** Grants that allow nothing, or less than they list (KMS-051, KMS-053). Found while the document is read. */
export const grantList: Rule = {
  name: 'grant-list',
  codes: {
    INVALID_GRANT_LIST: 'error',
    MISSING_GRANTEE: 'error',
    MISSING_OPERATIONS: 'error',
    INVALID_GRANT_OPERATION: 'error',
  },
  types: ANY_TYPE,
};
