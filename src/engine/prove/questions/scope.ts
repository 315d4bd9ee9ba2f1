import type { Phrase } from '#engine/explain/phrase.ts';
import { code } from '#engine/explain/words.ts';
import type { KeyInWorld } from '#engine/world/world.ts';

/** What every answer about all requests covers and leaves out. */
export function scopeOf(key: KeyInWorld): readonly Phrase[] {
  return [
    ['Every permission on the key ', code(key.arn), ' but RetireGrant, which grants alone decide.'],
    ['Every caller: users, role sessions, federated users and root users of any account, and AWS services.'],
    [
      'Requests without session policies, which narrow what a session can do; of federated users, not which IAM user is behind them.',
    ],
    ['IAM policies of users and roles that the scenario does not have are taken to allow everything.'],
    ['Condition keys have values of the kind that AWS documents for them.'],
  ];
}
