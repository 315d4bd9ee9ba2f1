const MARKS = [
  /"planned_values"|"(?:User|Role|Group)DetailList"|"eventVersion"|"CloudTrailEvent"/,
  /\bAWS::[A-Z][A-Za-z0-9]{1,40}::/,
  /\bCfnKey\s*\(|\bkms (?:put-key-policy|create-key)\b/,
];

/** Whether a text is one of the forms that only `readImport` knows, by words that nothing else has. */
export function looksForeign(text: string): boolean {
  return MARKS.some((mark) => mark.test(text));
}
