/** A place the user asked to go to within this room; a new object each time. */
export interface EditorJump {
  readonly line: number;
  readonly column: number;
}
