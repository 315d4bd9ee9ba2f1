import { secretKind } from '#engine/secrets/secretValue.ts';
import { quoted } from '#engine/source/quote.ts';
import { readIdentityArn } from '#engine/vocabulary/identityArn.ts';
import type { PairsConstraint } from '#engine/grants/grant.ts';
import type { SourcedText } from '#engine/source/read.ts';
import type { Report, Rule } from '#engine/lint/rule.ts';

/** Grants for someone who is gone or cannot have one, and constraints that hold a secret (KMS-053, KMS-114, KMS-182). */
export const grantGrantee: Rule = {
  name: 'grant-grantee',
  codes: {
    GRANT_FOR_UNIQUE_ID: 'warning',
    INVALID_GRANTEE: 'error',
    SECRET_IN_GRANT_CONSTRAINT: 'securityWarning',
  },
  types: [],
  world({ world }, report) {
    const readable = world.documents.filter(({ usedFallback }) => !usedFallback);
    for (const { grant } of readable.flatMap(({ grants }) => grants)) {
      if (grant.grantee !== undefined) lookAtGrantee(grant.grantee, report);
      for (const constraint of [grant.equals, grant.subset]) {
        if (constraint !== undefined) lookForSecrets(constraint, report);
      }
    }
  },
};

function lookAtGrantee({ value, span }: SourcedText, report: Report): void {
  if (/^(?:AROA|AIDA)[A-Z0-9]{12,}$/.test(value)) {
    const message = `${quoted(value)} is the unique id of a user or role: KMS shows it where the grantee was deleted.`;
    const help = 'A new one of the same name does not have this grant: create another, and revoke this one.';
    report('GRANT_FOR_UNIQUE_ID', span, message, { help });
  } else if (readIdentityArn(value)?.kind === 'group') {
    report(
      'INVALID_GRANTEE',
      span,
      `${quoted(value)} is a group, and a grant takes a user, a role or a session.`,
    );
  }
}

function lookForSecrets({ pairs, span }: PairsConstraint, report: Report): void {
  for (const [name, value] of pairs) {
    const kind = /^aws(?::|-crypto-)/.test(name) ? undefined : secretKind(name, value);
    if (kind === undefined) continue;
    const message = `The value for ${quoted(name)} looks like ${kind}: CloudTrail writes encryption contexts down in plaintext.`;
    report('SECRET_IN_GRANT_CONSTRAINT', span, message);
  }
}
