import { and, or, type Truth } from '../conditions/truth.ts';
import { matchGrant } from '../grants/matchGrant.ts';
import type { Check } from './check.ts';
import { MatchClass } from './principalMatch.ts';

/** What the grants of the key say, by how they name the caller (U-02, U-05). Grants never deny (KMS-050). */
export interface GrantSays {
  /** Names the user, the session, the federated user or the service: nothing else is needed (KMS-057). */
  readonly strong: Truth;
  /** Names the role: a boundary or session policy still limits it. */
  readonly limited: Truth;
  /** Names the account: the caller's IAM policies must allow too. */
  readonly account: Truth;
}

const silent: GrantSays = { strong: 'false', limited: 'false', account: 'false' };
const LIMITED = MatchClass.role | MatchClass.userOfFederated;

export function grantsSay(check: Check): GrantSays {
  // RetireGrant has its own rules: retireGrant.ts.
  if (
    check.target.kind !== 'key' ||
    check.target.key.grants.length === 0 ||
    check.action === 'kms:RetireGrant'
  )
    return silent;
  let { strong, limited, account } = silent;
  for (const grant of check.target.key.grants) {
    const { applies, grantee } = matchGrant(grant, check);
    if (applies === 'false') continue;
    if ((grantee & MatchClass.account) !== 0) account = or(account, applies);
    else if ((grantee & LIMITED) !== 0) limited = or(limited, applies);
    else strong = or(strong, and(applies, 'true'));
  }
  return { strong, limited, account };
}
