import type { TracedCheck } from '../authorize/trace.ts';
import type { Phrase } from '../explain/phrase.ts';
import type { World } from '../world/world.ts';
import type { DocumentEdits } from './documentEdits.ts';
import type { Edit, Situation } from './edit.ts';

/** What kind of change an addition is. */
export type AdditionKind =
  | 'keyPolicyStatement'
  | 'delegation'
  | 'action'
  | 'principal'
  | 'resource'
  | 'conditionValue'
  | 'exemption'
  | 'exception'
  | 'iamStatement'
  | 'limitStatement'
  | 'grant'
  | 'request'
  | 'removal'
  | 'deny';

/** One way to take one obstacle away; nothing is claimed of it before the evaluator has confirmed it. */
export interface Option {
  readonly kind: AdditionKind;
  readonly edits: readonly Edit[];
  /** What to do, as the beginning of a sentence without its full stop. */
  readonly text: Phrase;
  /** How much it changes: a value before a statement, a statement before a policy. */
  readonly weight: number;
  /** What it opens besides this request and the access table cannot tell, as a sentence. */
  readonly caution?: Phrase;
}

/** One check that is to come out otherwise, in its situation. */
export interface OptionFacts {
  readonly situation: Situation;
  readonly world: World;
  readonly documents: DocumentEdits;
  readonly traced: TracedCheck;
}

/** An option, unless there turned out to be nothing to edit. */
export function option(made: Option): readonly Option[] {
  return made.edits.length === 0 ? [] : [made];
}
