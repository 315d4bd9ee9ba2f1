import { ANY_TYPE, type Rule } from '#engine/lint/rule.ts';

/** Statements and parts of statements without effect; a proof says so. */
export const statementDoesNothing: Rule = {
  name: 'statement-does-nothing',
  codes: {
    STATEMENT_DOES_NOTHING: 'warning',
    PART_DOES_NOTHING: 'suggestion',
  },
  types: ANY_TYPE,
};
