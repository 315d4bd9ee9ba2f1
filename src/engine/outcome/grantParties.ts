import type { ApiErrorAnswer } from '../explain/answer.ts';
import type { Phrase } from '../explain/phrase.ts';
import { code } from '../explain/words.ts';
import { asText, memberParameter, own, type Parameters, textParameter } from '../request/parameters.ts';
import { isServicePrincipal } from '../request/readCaller.ts';
import { readIdentityArn } from '../vocabulary/identityArn.ts';
import { namelessError, shown } from './apiError.ts';
import type { KmsCall, Stage } from './call.ts';

/** What describes a grant; a CreateGrant without any of it only asks for the permission. */
const describing = [
  'GranteePrincipal',
  'GranteeServicePrincipal',
  'RetiringPrincipal',
  'RetiringServicePrincipal',
  'Operations',
  'Constraints',
  'Name',
];

/** Grantee and retiring principal of a new grant (KMS-053). */
export const grantParties: Stage = (call) => {
  const { action, parameters } = call;
  const given = (name: string) => (own(parameters, name) ?? null) !== null;
  if (action.name !== 'kms:CreateGrant' || !describing.some(given)) return null;
  if (given('GranteePrincipal') && given('GranteeServicePrincipal')) {
    return refused([
      'The grant has both ',
      code('GranteePrincipal'),
      ' and ',
      code('GranteeServicePrincipal'),
      ', and it can have one grantee only.',
    ]);
  }
  if (given('GranteePrincipal')) return granteeArn(call);
  if (given('GranteeServicePrincipal')) return granteeService(parameters, given);
  return refused([
    'The grant has no grantee: ',
    code('GranteePrincipal'),
    ' or ',
    code('GranteeServicePrincipal'),
    ' names it.',
  ]);
};

function refused(text: Phrase): ApiErrorAnswer {
  return namelessError('ValidationException', 'KMS-053', text);
}

/** A service that creates a grant for itself may show up as an ordinary grantee (KMS-053). */
function granteeArn({ parameters, request, caller }: KmsCall): ApiErrorAnswer | null {
  const text = textParameter(parameters, 'GranteePrincipal');
  if (text === undefined) return refused([code('GranteePrincipal'), ' takes a text, and this is none.']);
  const byService = request.viaService !== undefined || caller.kind === 'service';
  const identity = readIdentityArn(text);
  if (identity !== undefined && identity.kind !== 'group') return null;
  if (byService && isServicePrincipal(text)) return null;
  return namelessError('InvalidArnException', 'KMS-053', [
    shown(text),
    ...why(text, identity !== undefined),
    code('GranteePrincipal'),
    ' takes the ARN of an account, an IAM user, a role, a role session or a federated user.',
  ]);
}

function why(text: string, group: boolean): Phrase {
  if (group) return [' is a group, and a group cannot be a grantee: '];
  if (isServicePrincipal(text)) {
    return [' is a service principal, which goes into ', code('GranteeServicePrincipal'), ': '];
  }
  return [' is not the ARN of a principal: '];
}

function granteeService(parameters: Parameters, given: (name: string) => boolean): ApiErrorAnswer | null {
  const name = code('GranteeServicePrincipal');
  const text = textParameter(parameters, 'GranteeServicePrincipal');
  if (text === undefined || !isServicePrincipal(text)) {
    return refused([
      text === undefined ? 'This' : shown(text),
      ' is no service principal, which ',
      name,
      ' takes.',
    ]);
  }
  if (asText(memberParameter(own(parameters, 'Constraints'), 'SourceArn')) === undefined) {
    return refused([
      'A grant with ',
      name,
      ' needs a ',
      code('SourceArn'),
      ' constraint, and this has none.',
    ]);
  }
  if (given('RetiringPrincipal') || given('RetiringServicePrincipal')) return null;
  return refused([
    'A grant with ',
    name,
    ' needs a ',
    code('RetiringPrincipal'),
    ' or ',
    code('RetiringServicePrincipal'),
    ', and this has none.',
  ]);
}
