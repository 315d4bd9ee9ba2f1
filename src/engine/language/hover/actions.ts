import { findAction, type ActionInfo } from '#engine/catalog/actions.ts';
import { serviceCallsOf } from '#engine/catalog/services.ts';
import { isServicePrefix } from '#engine/catalog/servicePrefixes.ts';
import { quotedList } from '#engine/source/quote.ts';
import type { DocumentKind } from '../documentKind.ts';
import { expandedActions, hasWildcard } from '../expansion.ts';
import { awsPage } from './awsPage.ts';
import type { About } from './hoverCard.ts';

/** What an entry of `Action` or of a grant's `Operations` is, or what its wildcard takes in. */
export function aboutAction(text: string, kind: DocumentKind): About | undefined {
  if (text === '*') return { title: text, lines: ['Every action of every AWS service.'] };
  if (hasWildcard(text)) return aboutPattern(text, kind);
  const info = findAction(text);
  const isKms = kind === 'grants' || text.toLowerCase().startsWith('kms:');
  if (info !== undefined && isKms) return aboutKmsAction(info, kind);
  return isKms ? undefined : aboutServiceAction(text);
}

function aboutKmsAction(info: ActionInfo, kind: DocumentKind): About {
  const lines = [info.meaning];
  if (info.kind === 'operation') {
    lines.push(`It is no action of policies: write ${quotedList(info.permissions, 'and')}.`);
  } else if (kind === 'key') {
    lines.push(...keyPolicyLines(info));
  }
  if (info.accessLevels.length > 0) lines.push(`Access level: ${info.accessLevels.join(', ')}.`);
  return { title: info.name, lines, page: awsPage(info.source) };
}

/** KMS-021, KMS-024, KMS-073. */
function keyPolicyLines(info: ActionInfo): readonly string[] {
  switch (info.keyPolicy) {
    case 'yes':
      return info.crossAccount
        ? []
        : ['Principals of other accounts cannot do this, whatever the policy says.'];
    case 'keyPartOnly':
      return ['A key policy decides about the key; an IAM policy must also allow it on the alias.'];
    case 'inert':
      return ['A key policy has no say in this: the grant decides.'];
    case 'no':
      return ['It is about no key, so a key policy has no say in it: allow it in an IAM policy.'];
  }
}

/** At most this many names are listed. */
const MOST_LISTED = 60;

function aboutPattern(text: string, kind: DocumentKind): About | undefined {
  const taken = expandedActions(text).filter((action) => action.class !== 'internal');
  if (taken.length === 0) {
    if (!text.toLowerCase().startsWith('kms:')) return undefined;
    return { title: text, lines: ['Matches no action of KMS.'] };
  }
  const names = taken.slice(0, MOST_LISTED).map(({ name }) => `\`${name}\``);
  const counted = taken.length === 1 ? 'one action' : `${taken.length} actions`;
  const lines = [`Takes in ${counted} of KMS: ${names.join(', ')}.`];
  const mute = taken.filter(({ keyPolicy }) => keyPolicy === 'no' || keyPolicy === 'inert');
  if (kind === 'key' && mute.length > 0) {
    lines.push(
      `A key policy has no say in ${quotedList(
        mute.map(({ name }) => name),
        'and',
      )}.`,
    );
  }
  return { title: text, lines, page: awsPage('SAR') };
}

function aboutServiceAction(text: string): About | undefined {
  const calls = serviceCallsOf(text);
  const [prefix = ''] = text.split(':');
  if (calls.length === 0) {
    if (!isServicePrefix(prefix)) return undefined;
    return { title: text, lines: ['An action of another service, of which Keyway knows nothing more.'] };
  }
  const lines = calls.map(({ use, call }) => {
    const asked = call.kms.length === 0 ? 'nothing' : quotedList(call.kms, 'and');
    return `${use.name}: to ${call.task}. With an encrypted resource the service asks KMS for ${asked}.`;
  });
  return { title: text, lines: [...new Set(lines)] };
}
