import { ANY_TYPE, type Rule } from '#engine/lint/rule.ts';

/** An Allow for everyone who is not listed (IAM-040). Found while the document is read. */
export const allowWithNotPrincipal: Rule = {
  name: 'allow-with-not-principal',
  codes: {
    ALLOW_WITH_NOT_PRINCIPAL: 'securityWarning',
  },
  types: ANY_TYPE,
};
