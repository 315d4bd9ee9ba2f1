import { serviceUses } from '#engine/catalog/services.data.ts';
import { quoted } from '#engine/source/quote.ts';
import { isAccountId, splitArn } from '#engine/vocabulary/arn.ts';
import { readIdentityArn, type IdentityArn } from '#engine/vocabulary/identityArn.ts';
import type { World } from '#engine/world/world.ts';
import { awsPage } from './awsPage.ts';
import type { About } from './hoverCard.ts';

const page = awsPage('IAM26:reference_policies_elements_principal');

/** Whom an entry of `Principal`, or a principal of a grant, means (IAM-021 to IAM-036), and what the scenario knows of them. */
export function aboutPrincipal(
  text: string,
  world: World,
  ownAccount: string | undefined,
): About | undefined {
  if (text === '*') {
    return {
      title: text,
      lines: ['Everyone: every principal of every account, and callers without one.'],
      page,
    };
  }
  const lines = linesAbout(text, world, ownAccount);
  return lines === undefined ? undefined : { title: text, lines, page };
}

function linesAbout(
  text: string,
  world: World,
  ownAccount: string | undefined,
): readonly string[] | undefined {
  if (isAccountId(text)) return aboutAccount(text, world, ownAccount);
  const identity = readIdentityArn(text);
  if (identity !== undefined) return aboutIdentity(text, identity, world, ownAccount);
  if (text.endsWith('.amazonaws.com')) return [aboutService(text)];
  if (/^A[A-Z]{3}[A-Z0-9]{12,}$/.test(text)) {
    return [
      'The unique ID of a user or role. AWS shows it in place of the ARN once that user or role was deleted.',
    ];
  }
  return splitArn(text) === undefined ? undefined : ['An ARN that names no principal.'];
}

function aboutAccount(account: string, world: World, ownAccount: string | undefined): readonly string[] {
  const name = world.accounts.get(account)?.name;
  const which =
    name === undefined ? `Account ${account}` : `Account ${account}, ${quoted(name)} in this scenario`;
  if (ownAccount === undefined) return [`${which}: everyone in it.`];
  const decides =
    account === ownAccount
      ? 'As it owns the key, its IAM policies decide who may.'
      : 'Its own IAM policies must allow it, too.';
  return [`${which}: everyone in it. ${decides}`];
}

function aboutIdentity(
  arn: string,
  identity: IdentityArn,
  world: World,
  ownAccount: string | undefined,
): readonly string[] {
  switch (identity.kind) {
    case 'root':
      return aboutAccount(identity.account, world, ownAccount);
    case 'role':
      return [
        `The role ${quoted(identity.name)} of account ${identity.account}, in every session.`,
        known(arn, world),
      ];
    case 'user':
      return [`The IAM user ${quoted(identity.name)} of account ${identity.account}.`, known(arn, world)];
    case 'session':
      return [
        `Only the session ${quoted(identity.session)} of the role ${quoted(identity.role)} of account ${identity.account}.`,
      ];
    case 'federatedUser':
      return [`Only the federated user ${quoted(identity.name)} of account ${identity.account}.`];
    case 'group':
      return ['An IAM group, which is never a principal: name its users, or the account.'];
  }
}

function known(arn: string, world: World): string {
  const identity = world.scenario.identities.find((each) => each.arn === arn);
  if (identity === undefined) return 'This scenario has no policies of it.';
  const count = identity.policies?.length ?? 0;
  const policies = count === 1 ? 'one IAM policy' : `${count} IAM policies`;
  const boundary = identity.permissionsBoundary === undefined ? '' : ' and a permissions boundary';
  return `In this scenario it has ${policies}${boundary}.`;
}

function aboutService(name: string): string {
  const use = serviceUses.find(({ principal }) =>
    principal?.includes('<region>') === true
      ? name.startsWith(principal.slice(0, principal.indexOf('<region>')))
      : principal === name,
  );
  return `${use === undefined ? 'An AWS service' : use.name}, when it calls as itself and not for somebody.`;
}
