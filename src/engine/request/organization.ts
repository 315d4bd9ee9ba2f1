import type { AccountFacts } from '../scenario/scenario.ts';

/** The account's path in `aws:PrincipalOrgPaths` form: organization, root and OUs, each followed by a slash (IAM-140). */
export function organizationPath(facts: AccountFacts | undefined): readonly string[] {
  if (facts?.organization === undefined || facts.path === undefined) return [];
  return [`${[facts.organization, ...facts.path].join('/')}/`];
}
