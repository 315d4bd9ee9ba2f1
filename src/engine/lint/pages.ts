import type { RulePage } from './page.ts';
import { page as missingDelegation } from './rules/missing-delegation/page.ts';
import { page as partialWildcardPrincipal } from './rules/partial-wildcard-principal/page.ts';
import { page as unboundServicePrincipal } from './rules/unbound-service-principal/page.ts';
import { page as unknownAction } from './rules/unknown-action/page.ts';

/** The pages of all rules, by name. */
export const pages: Readonly<Record<string, RulePage>> = {
  'unknown-action': unknownAction,
  'partial-wildcard-principal': partialWildcardPrincipal,
  'missing-delegation': missingDelegation,
  'unbound-service-principal': unboundServicePrincipal,
};
