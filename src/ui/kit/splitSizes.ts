/** Shares of the whole by pane id, in percent. */
export type SplitSizes = Readonly<Record<string, number>>;
