import { actionGroups } from '#engine/catalog/actions.ts';
import { quotedList } from '#engine/source/quote.ts';
import { delegatesTo, isForEveryone } from '#engine/lint/principals.ts';
import type { Rule } from '#engine/lint/rule.ts';

const uses = actionGroups.find(({ name }) => name === 'Use')?.actions ?? [];

/** The account statement leaves out every use of the key, so that IAM policies can manage it and never use it (KMS-005). */
export const partialDelegation: Rule = {
  name: 'partial-delegation',
  codes: { PARTIAL_DELEGATION: 'suggestion' },
  types: ['key'],
  document({ statements, facts: { key } }, report) {
    if (key?.account === undefined || key.awsManaged) return;
    const allows = statements.filter(({ effect }) => effect === 'Allow');
    const delegating = allows.filter((one) => delegatesTo(one, key.account));
    const [first] = delegating;
    const entry = first?.entries.find(
      ({ plan }) => plan.kind === 'account' && plan.account === key.account,
    )?.entry;
    if (first === undefined || entry === undefined) return;
    if (allows.some((one) => isForEveryone(one) || one.notPrincipal)) return;
    const all = (action: string) => delegating.some((one) => one.covers(action));
    if (!all('kms:PutKeyPolicy') || uses.some(all)) return;
    const examples = quotedList(['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey'], 'and');
    const message = `The account's statement allows no use of the key, so IAM policies can manage it but never allow ${examples}.`;
    const help = 'Allow `kms:*` if IAM policies are meant to decide about use as well.';
    report('PARTIAL_DELEGATION', entry.span, message, { help });
  },
};
