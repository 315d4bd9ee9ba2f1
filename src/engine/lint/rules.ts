import type { Rule } from './rule.ts';
import { missingDelegation } from './rules/missing-delegation/rule.ts';
import { partialWildcardPrincipal } from './rules/partial-wildcard-principal/rule.ts';
import { unboundServicePrincipal } from './rules/unbound-service-principal/rule.ts';
import { unknownAction } from './rules/unknown-action/rule.ts';

/** All rules. The texts of their pages are in `pages.ts`, which is loaded only where someone reads them. */
export const rules: readonly Rule[] = [
  unknownAction,
  partialWildcardPrincipal,
  missingDelegation,
  unboundServicePrincipal,
];

const byCode = new Map(rules.flatMap((rule) => Object.keys(rule.codes).map((code) => [code, rule])));

/** The rule that explains a code. */
export function ruleOfCode(code: string): Rule | undefined {
  return byCode.get(code);
}
