import { createContext, use } from 'react';
import type { Standing } from './walk.view.ts';

export interface StandingState {
  readonly standing: Standing | null;
  readonly stand: (standing: Standing) => void;
}

/** Where the keyboard is in the graph: nodes and edges ask whether it is on them. */
export const StandingContext = createContext<StandingState>({ standing: null, stand: () => {} });

export function useStanding(): StandingState {
  return use(StandingContext);
}
