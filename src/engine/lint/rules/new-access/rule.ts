import { ANY_TYPE, type Rule } from '#engine/lint/rule.ts';

/** Access that the accepted version does not give; a proof says so. */
export const newAccess: Rule = {
  name: 'new-access',
  codes: {
    NEW_ACCESS: 'warning',
  },
  types: ANY_TYPE,
};
