import type { LintedDocument } from '#engine/lint/document.ts';
import type { Rule } from '#engine/lint/rule.ts';
import { quoted } from '#engine/source/quote.ts';
import { accountOf } from '#engine/vocabulary/arn.ts';
import type { KeyInWorld } from '#engine/world/world.ts';

/** IAM policies for a key that AWS manages in another account: no policy opens it to them (KMS-011). */
export const awsManagedKey: Rule = {
  name: 'aws-managed-key',
  codes: { AWS_MANAGED_KEY_OF_OTHER_ACCOUNT: 'warning' },
  types: [],
  world({ world, documents }, report) {
    const managed = new Map(world.keys.filter(({ awsManaged }) => awsManaged).map((key) => [key.arn, key]));
    if (managed.size === 0) return;
    for (const document of documents) {
      for (const { key, span } of foreignKeys(document, managed)) {
        const alias = key.aliases.find((name) => name.startsWith('alias/aws/')) ?? key.arn;
        const message = `AWS manages ${quoted(alias)} for account ${quoted(key.account)} alone: nobody of another account can use it.`;
        report('AWS_MANAGED_KEY_OF_OTHER_ACCOUNT', span, message, {
          help: 'Encrypt with a customer managed key, whose policy can name the other account.',
        });
      }
    }
  },
};

function foreignKeys(
  { facts, policy, statements }: LintedDocument,
  managed: ReadonlyMap<string, KeyInWorld>,
) {
  const account = accountOf(facts.owner ?? '');
  if (policy.type !== 'identity' || account === undefined) return [];
  return statements.flatMap(({ effect, plan, actions }) => {
    const element = plan.resource?.element;
    if (effect !== 'Allow' || actions.length === 0 || element === undefined || element.negated) return [];
    return element.patterns.flatMap(({ value, span }) => {
      const key = managed.get(value);
      return key === undefined || key.account === account ? [] : [{ key, span }];
    });
  });
}
