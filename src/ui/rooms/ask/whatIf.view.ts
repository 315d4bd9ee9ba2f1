import type { Decision } from '#engine/explain/answer.ts';
import type { Addition } from '#engine/whatIf/additions.ts';
import type { WhatIf } from '#engine/whatIf/whatIf.ts';

/** The changes that turn the decision shown. Those found for the decision before it are none any more. */
export function turning(whatIf: WhatIf | null, decision: Decision): readonly Addition[] {
  const isAllowed = decision === 'allowed';
  return (whatIf?.additions ?? []).filter((addition) => (addition.decision === 'allowed') !== isAllowed);
}
