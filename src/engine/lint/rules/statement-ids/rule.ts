import { ANY_TYPE, type Rule } from '#engine/lint/rule.ts';

/** Names of statements (IAM-010). Found while the document is read. */
export const statementIds: Rule = {
  name: 'statement-ids',
  codes: {
    EMPTY_SID_VALUE: 'suggestion',
    UNSUPPORTED_SID: 'error',
    UNIQUE_SIDS_REQUIRED: 'error',
    UNIQUE_SIDS_RECOMMENDED: 'warning',
  },
  types: ANY_TYPE,
};
