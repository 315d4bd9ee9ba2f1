/** Small numbers that look random and are the same in every run. */
function lottery(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

/** Three variables, one of which has to be as said. */
export type Clause = readonly { readonly variable: number; readonly positive: boolean }[];

/** Clauses for the same seed are the same. */
export function randomClauses(seed: number, variables: number, count: number): readonly Clause[] {
  const draw = lottery(seed);
  return Array.from({ length: count }, () =>
    Array.from({ length: 3 }, () => ({ variable: draw(variables), positive: draw(2) === 1 })),
  );
}

/** Denies whatever fails a clause: what is left of the Allow are the solutions. */
export function denyOf(clause: Clause): object {
  const Null: Record<string, string> = {};
  for (const { variable, positive } of clause) Null[`kms:EncryptionContext:v${variable}`] = String(positive);
  return { Effect: 'Deny', Principal: '*', Action: 'kms:*', Resource: '*', Condition: { Null } };
}
