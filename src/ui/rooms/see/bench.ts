import { createContext, use } from 'react';
import type { AccessPrincipal, AccessTable } from '#engine/access/table.ts';
import type { Question } from './ask.view.ts';
import type { EvidenceNames, NamedEvidence } from './evidence.view.ts';
import type { AccessGraph } from './graph.view.ts';
import type { Lit, Pointed } from './highlight.view.ts';
import type { Suggestions } from '#engine/study.ts';

/** What the parts of the room share: the answer as it is shown, what is lit, and what can be done with it. */
export interface Bench {
  readonly table: AccessTable;
  readonly graph: AccessGraph;
  readonly names: EvidenceNames;
  readonly operations: Suggestions['operations'];
  readonly lit: Lit;
  /** Of the pairs whose details are open. */
  readonly opened: Pointed | null;
  readonly question: (principal: AccessPrincipal, action: string) => Question;
  readonly ask: (question: Question) => void;
  /** The question as `a` puts it: about what one stands on, in the rest as the request is now. */
  readonly askStanding: (at: Pointed) => void;
  readonly pin: (at: Pointed) => void;
  readonly hover: (at: Pointed | null) => void;
  readonly pinStatement: (evidence: NamedEvidence) => void;
  readonly hoverStatement: (evidence: NamedEvidence | null) => void;
  /** Pins a pair and lists what it is made of. */
  readonly open: (at: Pointed) => void;
  readonly close: () => void;
  readonly toggleFold: (id: string) => void;
}

export const BenchContext = createContext<Bench | null>(null);

export function useBench(): Bench {
  const bench = use(BenchContext);
  if (bench === null) throw new Error('The parts of See stand inside its bench.');
  return bench;
}
