/** Whether a text is one of the forms that only `readImport` knows, by words that nothing else has. */
export function looksForeign(text: string): boolean {
  return /"planned_values"|"(User|Role|Group)DetailList"|\bAWS::[A-Z][A-Za-z0-9]+::|"eventVersion"/.test(
    text,
  );
}
