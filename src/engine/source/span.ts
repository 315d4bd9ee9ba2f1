/** Names one text the engine was given: `key`, `grants`, `identity/<arn>/<policy name>`, … Unique within a scenario. */
export type TextId = string;

/** A place in a text. Offsets count UTF-16 code units from the start of that text; `to` is exclusive. */
export interface SourceSpan {
  readonly text: TextId;
  readonly from: number;
  readonly to: number;
}
