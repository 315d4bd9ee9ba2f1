import type { Scenario } from '#engine/scenario/scenario.ts';
import { splitArn } from '#engine/vocabulary/arn.ts';
import { organizationOf, type QuestionChoices, type QuestionId } from '#state/questions.ts';
import type { Phrase } from '#kit/phrase.ts';

export interface QuestionGroup {
  readonly title: string;
  readonly questions: readonly QuestionId[];
}

/** The questions as the room lists them. */
export const questionGroups: readonly QuestionGroup[] = [
  {
    title: 'Outside access',
    questions: ['public', 'outside-account', 'outside-organization', 'services'],
  },
  { title: 'Control', questions: ['escalation', 'lockout', 'separation', 'not-granted'] },
  { title: 'Who can', questions: ['who-can'] },
  { title: 'Policy', questions: ['review', 'smallest'] },
  { title: 'Compare', questions: ['compare'] },
];

/** What a question's wording depends on. */
export interface QuestionSubject {
  readonly scenario: Scenario;
  readonly choices: QuestionChoices;
  /** The name of the file that is compared with; null: the accepted version. */
  readonly file: string | null;
}

/** A question in words. */
export function questionWords(id: QuestionId, subject: QuestionSubject): Phrase {
  return wordings[id](subject);
}

const wordings: Readonly<Record<QuestionId, (subject: QuestionSubject) => Phrase>> = {
  public: () => ['Is the key public?'],
  'outside-account': ({ scenario }) => {
    const account = splitArn(scenario.keys[0]?.arn ?? '')?.account ?? '';
    return ['Can anyone outside account ', { code: account }, ' use it?'];
  },
  'outside-organization': ({ scenario, choices }) => {
    const organization = organizationOf(scenario, choices);
    return organization === ''
      ? ['Can anyone outside an organization use it?']
      : ['Can anyone outside ', { code: organization }, ' use it?'];
  },
  services: () => ['Which AWS services can use it, and for whom?'],
  escalation: () => ['Can anyone give themselves more access?'],
  lockout: () => ['Can the key policy still be changed?'],
  separation: () => ['Can anyone both administer and use the key?'],
  'not-granted': () => ['Is anything granted that must not be?'],
  'who-can': ({ choices }) => ['Who can do ', { code: choices.action }, '?'],
  review: () => ['Does every part of the key policy do something?'],
  smallest: () => ['Is there a smaller key policy that decides the same?'],
  compare: ({ file }) =>
    file === null
      ? ['What changed since the accepted version?']
      : ['What is different from ', { code: file }, '?'],
};

/** What an answer takes into account, for "within: …". */
export function layersWords(scenario: Scenario): string {
  const [key] = scenario.keys;
  const policies = scenario.identities.reduce((sum, { policies: own }) => sum + (own?.length ?? 0), 0);
  const boundaries = scenario.identities.filter((identity) => identity.permissionsBoundary !== undefined);
  const organization = (type: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY') =>
    scenario.organizationPolicies.filter((policy) => policy.type === type).length;
  const endpoints = scenario.vpcEndpoints.filter(({ policy }) => policy !== undefined);
  const parts = [
    'the key policy',
    ...(key?.grants === undefined ? [] : ['the grants']),
    ...some(policies, 'IAM policy', 'IAM policies'),
    ...some(boundaries.length, 'permissions boundary', 'permissions boundaries'),
    ...some(organization('SERVICE_CONTROL_POLICY'), 'SCP', 'SCPs'),
    ...some(organization('RESOURCE_CONTROL_POLICY'), 'RCP', 'RCPs'),
    ...some(endpoints.length, 'VPC endpoint policy', 'VPC endpoint policies'),
  ];
  return listed(parts);
}

function some(count: number, one: string, many: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
}

export function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
