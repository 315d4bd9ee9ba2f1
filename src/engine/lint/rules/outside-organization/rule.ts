import { ANY_TYPE, type Rule } from '#engine/lint/rule.ts';

/** Access for callers of other organizations; a proof says so. */
export const outsideOrganization: Rule = {
  name: 'outside-organization',
  codes: {
    ACCESS_OUTSIDE_ORGANIZATION: 'suggestion',
  },
  types: ANY_TYPE,
};
