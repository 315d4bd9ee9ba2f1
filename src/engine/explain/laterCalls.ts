import { serviceCallsOf } from '../catalog/services.ts';
import type { Call } from '../outcome/call.ts';
import { asText } from '../request/parameters.ts';
import type { ExplainedStep } from './answer.ts';
import type { Phrase } from './phrase.ts';
import { code, list } from './words.ts';

/**
 * Says of a request for which a service gets a grant that what the service does under it later is no part of the answer: who
 * will call what, as far as the service's page tells (KMS-200, KMS-204).
 */
export function laterCalls({ request, serviceCalls = [] }: Call): readonly ExplainedStep[] {
  const made = serviceCalls.find(({ operation }) => operation === 'kms:CreateGrant');
  const [known] = serviceCallsOf(request.action);
  if (made === undefined || known === undefined) return [];
  const { use, call } = known;
  const grantee = asText(made.request.parameters?.['GranteePrincipal']);
  const actions = call.underGrant ?? [];
  const who: Phrase = grantee === undefined ? [] : [' as ', code(grantee)];
  const what: Phrase =
    actions.length === 0
      ? [', in calls that its page does not list']
      : [': it calls ', ...list(actions.map(code), actions.length), ...who];
  const ask =
    actions.length === 0
      ? ''
      : ': ask it as a request of its own, with the grant among the grants of the key';
  return [
    {
      id: 'later',
      mark: 'info',
      text: [
        `Later ${use.name} works under the grant that it creates here`,
        ...what,
        `. That is no part of this answer${ask}`,
      ],
      rule: 'KMS-200',
      spans: [],
      decisive: false,
      children: [],
    },
  ];
}
