import type { RulePage } from './page.ts';
import { page as crossAccountActions } from './rules/cross-account-actions/page.ts';
import { page as foreignServiceLinkedRole } from './rules/foreign-service-linked-role/page.ts';
import { page as keyPolicyActions } from './rules/key-policy-actions/page.ts';
import { page as missingDelegation } from './rules/missing-delegation/page.ts';
import { page as partialDelegation } from './rules/partial-delegation/page.ts';
import { page as partialWildcardPrincipal } from './rules/partial-wildcard-principal/page.ts';
import { page as policyLockout } from './rules/policy-lockout/page.ts';
import { page as principalForm } from './rules/principal-form/page.ts';
import { page as publicAccess } from './rules/public-access/page.ts';
import { page as rootUserDelegation } from './rules/root-user-delegation/page.ts';
import { page as sessionPrincipal } from './rules/session-principal/page.ts';
import { page as singleAdministrator } from './rules/single-administrator/page.ts';
import { page as unboundServicePrincipal } from './rules/unbound-service-principal/page.ts';
import { page as uniqueIdPrincipal } from './rules/unique-id-principal/page.ts';
import { page as unknownAction } from './rules/unknown-action/page.ts';

/** The pages of all rules, by name. */
export const pages: Readonly<Record<string, RulePage>> = {
  'cross-account-actions': crossAccountActions,
  'foreign-service-linked-role': foreignServiceLinkedRole,
  'key-policy-actions': keyPolicyActions,
  'missing-delegation': missingDelegation,
  'partial-delegation': partialDelegation,
  'partial-wildcard-principal': partialWildcardPrincipal,
  'policy-lockout': policyLockout,
  'principal-form': principalForm,
  'public-access': publicAccess,
  'root-user-delegation': rootUserDelegation,
  'session-principal': sessionPrincipal,
  'single-administrator': singleAdministrator,
  'unbound-service-principal': unboundServicePrincipal,
  'unique-id-principal': uniqueIdPrincipal,
  'unknown-action': unknownAction,
};
