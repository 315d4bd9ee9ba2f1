import { asBoolean, memberValue } from '../source/read.ts';
import type { JsonNode } from '../source/json.ts';
import type { Import, KeyContent, Skipped } from './piece.ts';
import { knownText, type Value } from './value.ts';

type Flag = Pick<KeyContent, 'bypassesLockoutCheck'>;

/** The field of a key that is made, or whose policy is set, without the check that someone can still change it. */
export function lockoutFlag(value: Value | undefined): Flag {
  return knownText(value) === 'true' ? { bypassesLockoutCheck: true } : {};
}

/** The same, of a member of a JSON object. */
export function lockoutFlagOf(object: JsonNode | undefined, name: string): Flag {
  return asBoolean(memberValue(object, name)) === true ? { bypassesLockoutCheck: true } : {};
}

/** Says of every key that bypasses the check that the flag stays out, and why (KMS-016). */
export function withoutLockoutFlags(imported: Import): Import {
  const flags = imported.pieces.flatMap(({ title, content, line, column }): readonly Skipped[] =>
    content.kind === 'key' && content.bypassesLockoutCheck === true
      ? [{ what: FLAG, because: leftOutOf(title), line, column }]
      : [],
  );
  return flags.length === 0 ? imported : { ...imported, skipped: [...imported.skipped, ...flags] };
}

const FLAG = 'BypassPolicyLockoutSafetyCheck';

function leftOutOf(title: string): string {
  return `\`${title}\` is made with this flag, which only takes away the check that someone can still change the policy. Lint says whether someone can; an SCP can deny the flag with \`kms:${FLAG}\`.`;
}
