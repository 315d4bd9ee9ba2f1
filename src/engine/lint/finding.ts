import type { Diagnostic } from '../source/diagnostic.ts';
import type { SourceSpan } from '../source/span.ts';
import type { Edit } from '../whatIf/edit.ts';

/** A change that takes a finding away; it may touch another document than the finding is in. */
export interface Fix {
  /** What it does, as a command: "Add `kms:CallerAccount`". */
  readonly title: string;
  /** Made for the documents as they are; see `applyEdits`. */
  readonly edits: readonly Edit[];
}

/** One thing that lint has to say about a place in a document. */
export interface Finding extends Diagnostic {
  /** The rule, which is also the name of its page. */
  readonly rule: string;
  /** It is one of the diagnostics of its document, which the reply has already. */
  readonly foundInReading: boolean;
  /** What it is about, as a suppression names it: a statement (`key#AllowUse`, `key[2]`), or a document (`key`, `identity:Use`). */
  readonly about: string;
  /** Where the statement stands that it is about. */
  readonly statement: SourceSpan | undefined;
  /** Codes of proofs that say the same of the statement, and less: they need not be shown beside it. */
  readonly covers: readonly string[];
  readonly fixes: readonly Fix[];
  /** The reason the scenario gives for leaving it as it is. */
  readonly suppressed: string | undefined;
}
