import type { Phrase } from '#kit/phrase.ts';

/** `fine`: as one would want it. `attention`: worth a look. `note`: neither. `unknown`: no answer. */
export type Sign = 'fine' | 'attention' | 'note' | 'unknown';

/** The answer in one line, and how sure it is. */
export interface Summary {
  readonly sign: Sign;
  /** "No." */
  readonly lead: string;
  readonly sentence: Phrase;
  /** In two or three words: "Proved". */
  readonly certainty: string;
}

/** The word for exhaustive answers, and for nothing else. */
export const PROVED = 'Proved';
