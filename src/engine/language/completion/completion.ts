/** What a completion is, for its icon. */
export type CompletionKind =
  | 'element'
  | 'action'
  | 'principal'
  | 'operator'
  | 'conditionKey'
  | 'value'
  | 'statement';

/** One thing that can be entered at a place. Its position in the list is its rank. */
export interface Completion {
  readonly kind: CompletionKind;
  /** What is entered, as it will stand there, without quotes. */
  readonly label: string;
  /** One line about it. */
  readonly meaning: string;
  /** More about it, in sentences; names and user text in backticks. */
  readonly more?: string | undefined;
  /**
   * The text to put in. `$1` and `${2:example}` are places to fill in, in this order; every other `$` and `\` has a backslash before
   * it, and so may `}`.
   */
  readonly insert: string;
  /** Entering it makes the next completion useful: the list opens again. */
  readonly continues?: boolean;
}

/** Something else the text needs so that it stays JSON. */
export interface CompletionEdit {
  readonly at: number;
  readonly insert: string;
}

export interface CompletionList {
  /** What is replaced. */
  readonly from: number;
  readonly to: number;
  readonly items: readonly Completion[];
  /** Commas that are missing around the place. */
  readonly edits: readonly CompletionEdit[];
}
