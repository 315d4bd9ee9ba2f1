import { ANY_TYPE, type Rule } from '#engine/lint/rule.ts';

/** Empty lists and objects (IAM-015). Found while the document is read. */
export const emptyParts: Rule = {
  name: 'empty-parts',
  codes: {
    EMPTY_ARRAY_ACTION: 'suggestion',
    EMPTY_ARRAY_RESOURCE: 'suggestion',
    EMPTY_ARRAY_PRINCIPAL: 'suggestion',
    EMPTY_OBJECT_PRINCIPAL: 'suggestion',
    EMPTY_OBJECT_CONDITION: 'suggestion',
    EMPTY_ARRAY_CONDITION: 'suggestion',
    EMPTY_ARRAY_CONDITION_FORALLVALUES: 'suggestion',
    EMPTY_ARRAY_CONDITION_FORANYVALUE: 'suggestion',
    EMPTY_ARRAY_CONDITION_IFEXISTS: 'suggestion',
  },
  types: ANY_TYPE,
};
