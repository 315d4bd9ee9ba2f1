import type { Suppression } from '../scenario/scenario.ts';
import type { Finding } from './finding.ts';

/** The findings, those that the scenario says are meant to stay marked with its reason. */
export function suppress(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
): readonly Finding[] {
  if (suppressions.length === 0) return findings;
  return findings.map((finding) => {
    const found = suppressions.find((suppression) => suppresses(suppression, finding));
    return found === undefined ? finding : { ...finding, suppressed: found.reason };
  });
}

/** A suppression is about one statement, or about a whole document with all its statements. */
export function suppresses({ code, about }: Suppression, finding: Pick<Finding, 'code' | 'about'>): boolean {
  if (code !== finding.code) return false;
  return about === finding.about || about === documentOf(finding.about);
}

/** `key` of `key#AllowUse` and of `key[2]`. */
function documentOf(about: string): string {
  const hash = about.indexOf('#');
  if (hash >= 0) return about.slice(0, hash);
  return about.replace(/\[\d+\]$/, '');
}
