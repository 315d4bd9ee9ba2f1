import { variablePart } from '#engine/catalog/conditionKeys.ts';
import { secretKind } from '#engine/secrets/secretValue.ts';
import { quoted } from '#engine/source/quote.ts';
import { ALL_TYPES, type Rule } from '#engine/lint/rule.ts';

/** A value for an encryption context that looks like a secret: CloudTrail holds every encryption context in plaintext (KMS-114, KMS-258). */
export const secretInEncryptionContext: Rule = {
  name: 'secret-in-encryption-context',
  codes: { SECRET_IN_ENCRYPTION_CONTEXT: 'securityWarning' },
  types: ALL_TYPES,
  statement({ clauses }, report) {
    for (const { clause, key, operator } of clauses) {
      if (!key.startsWith('kms:encryptioncontext:') || operator.base.family !== 'String') continue;
      const name = variablePart(clause.key.value) ?? '';
      // Set by AWS services and by the AWS Encryption SDK.
      if (/^aws(?::|-crypto-)/.test(name)) continue;
      for (const { value, span } of clause.values) {
        const kind = /[*?$]/.test(value) ? undefined : secretKind(name, value);
        if (kind === undefined) continue;
        const message = `The value for ${quoted(name)} looks like ${kind}: CloudTrail writes encryption contexts down in plaintext.`;
        report('SECRET_IN_ENCRYPTION_CONTEXT', span, message, {
          help: 'Use a value that may be read by anyone.',
        });
      }
    }
  },
};
