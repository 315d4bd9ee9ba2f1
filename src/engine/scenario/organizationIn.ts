import { splitArn } from '../vocabulary/arn.ts';
import type { Scenario } from './scenario.ts';

/** The organization of the first key's account, else the one that the key's policy names; `''` where there is none. */
export function organizationIn({ keys: [key], accounts }: Scenario): string {
  const own = splitArn(key?.arn ?? '')?.account;
  const known = accounts.find((account) => account.id === own)?.organization;
  return known ?? key?.policy.text.match(/\bo-[a-z0-9]{10,32}\b/)?.[0] ?? '';
}
