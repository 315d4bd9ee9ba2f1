import type { Rule } from './rule.ts';
import { crossAccountActions } from './rules/cross-account-actions/rule.ts';
import { foreignServiceLinkedRole } from './rules/foreign-service-linked-role/rule.ts';
import { keyPolicyActions } from './rules/key-policy-actions/rule.ts';
import { missingDelegation } from './rules/missing-delegation/rule.ts';
import { partialDelegation } from './rules/partial-delegation/rule.ts';
import { partialWildcardPrincipal } from './rules/partial-wildcard-principal/rule.ts';
import { policyLockout } from './rules/policy-lockout/rule.ts';
import { principalForm } from './rules/principal-form/rule.ts';
import { publicAccess } from './rules/public-access/rule.ts';
import { rootUserDelegation } from './rules/root-user-delegation/rule.ts';
import { sessionPrincipal } from './rules/session-principal/rule.ts';
import { singleAdministrator } from './rules/single-administrator/rule.ts';
import { unboundServicePrincipal } from './rules/unbound-service-principal/rule.ts';
import { uniqueIdPrincipal } from './rules/unique-id-principal/rule.ts';
import { unknownAction } from './rules/unknown-action/rule.ts';

/** All rules. The texts of their pages are in `pages.ts`, which is loaded only where someone reads them. */
export const rules: readonly Rule[] = [
  crossAccountActions,
  foreignServiceLinkedRole,
  keyPolicyActions,
  missingDelegation,
  partialDelegation,
  partialWildcardPrincipal,
  policyLockout,
  principalForm,
  publicAccess,
  rootUserDelegation,
  sessionPrincipal,
  singleAdministrator,
  unboundServicePrincipal,
  uniqueIdPrincipal,
  unknownAction,
];

const byCode = new Map(rules.flatMap((rule) => Object.keys(rule.codes).map((code) => [code, rule])));

/** The rule that explains a code. */
export function ruleOfCode(code: string): Rule | undefined {
  return byCode.get(code);
}
