import { variablePart } from '#engine/catalog/conditionKeys.ts';
import { quoted } from '#engine/source/quote.ts';
import { replaceString } from '#engine/lint/fixes.ts';
import { ALL_TYPES, type Rule } from '#engine/lint/rule.ts';

/**
 * One pair of the encryption context in two spellings. Its name ignores case in `kms:EncryptionContext:name`, and does not in the
 * values of `kms:EncryptionContextKeys` (KMS-105, KMS-106).
 */
export const encryptionContextCase: Rule = {
  name: 'encryption-context-case',
  codes: { ENCRYPTION_CONTEXT_KEY_CASE: 'warning' },
  types: ALL_TYPES,
  statement({ clauses }, report) {
    const named = clauses.flatMap(({ clause, key }) =>
      key.startsWith('kms:encryptioncontext:') ? (variablePart(clause.key.value) ?? []) : [],
    );
    for (const { clause, key, operator } of clauses) {
      if (key !== 'kms:encryptioncontextkeys' || operator.base.name.includes('IgnoreCase')) continue;
      for (const value of clause.values) {
        const other = named.find(
          (name) => name !== value.value && name.toLowerCase() === value.value.toLowerCase(),
        );
        if (other === undefined || named.includes(value.value)) continue;
        const message = `${quoted(value.value)} and ${quoted(other)} are the same pair to one condition and different ones to the other: case counts in \`kms:EncryptionContextKeys\`.`;
        const fix = replaceString(`Write \`${other}\``, value, other);
        report('ENCRYPTION_CONTEXT_KEY_CASE', value.span, message, {
          help: 'Spell them alike.',
          fixes: [fix],
        });
      }
    }
  },
};
