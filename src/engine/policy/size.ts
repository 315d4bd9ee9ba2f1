import type { PolicyType } from './policy.ts';

/** Largest key policy, in bytes (KMS-018). */
export const KEY_POLICY_BYTES = 32_768;

/** How much of its quota a policy uses (IAM-017, KMS-018). */
export interface PolicySize {
  readonly used: number;
  readonly limit: number;
  readonly unit: 'bytes' | 'characters';
  /** Whether white space counts. */
  readonly whiteSpaceCounts: boolean;
}

interface Quota {
  readonly limit: number;
  readonly whiteSpaceCounts: boolean;
}

// Identity-based policies: the quota of a managed policy, the largest one a single document can have.
const CHARACTER_QUOTAS: ReadonlyMap<PolicyType, Quota> = new Map([
  ['identity', { limit: 6144, whiteSpaceCounts: false }],
  ['boundary', { limit: 6144, whiteSpaceCounts: false }],
  ['session', { limit: 2048, whiteSpaceCounts: true }],
  ['trust', { limit: 2048, whiteSpaceCounts: false }],
  ['endpoint', { limit: 20_480, whiteSpaceCounts: true }],
  // Twice what it was before 15 May 2026; the quota of RCPs stayed.
  ['scp', { limit: 10_240, whiteSpaceCounts: true }],
  ['rcp', { limit: 5120, whiteSpaceCounts: true }],
]);

/**
 * Measures a policy text against the quota of its type: bytes as sent for a key policy, characters for the others.
 *
 * @returns undefined for policies of other resources, whose services have quotas of their own
 */
export function policySize(text: string, type: PolicyType): PolicySize | undefined {
  if (type === 'key')
    return { used: utf8Length(text), limit: KEY_POLICY_BYTES, unit: 'bytes', whiteSpaceCounts: true };
  const quota = CHARACTER_QUOTAS.get(type);
  if (quota === undefined) return undefined;
  const counted = quota.whiteSpaceCounts ? text : text.replace(/[ \t\r\n]+/g, '');
  return { used: counted.length, ...quota, unit: 'characters' };
}

/** Length of a text in UTF-8 bytes; a lone surrogate counts as the three bytes of its replacement. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.codePointAt(index) ?? 0;
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else if (code < 0x10000) bytes += 3;
    else {
      bytes += 4;
      index += 1;
    }
  }
  return bytes;
}
