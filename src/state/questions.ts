import type { Question } from '#engine/prove/prove.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';
import { splitArn } from '#engine/vocabulary/arn.ts';

/** The questions of the Prove room, as its addresses name them, in the order they are answered: quick ones first. */
export const questionIds = [
  'public',
  'outside-account',
  'outside-organization',
  'compare',
  'lockout',
  'services',
  'who-can',
  'review',
  'not-granted',
  'separation',
  'smallest',
  'escalation',
] as const;

export type QuestionId = (typeof questionIds)[number];

/** The questions whose answers are worth telling without being asked: at the lines they are about and in the status bar. */
export const standingQuestions: readonly QuestionId[] = [
  'public',
  'outside-organization',
  'compare',
  'lockout',
  'review',
];

export function isQuestionId(text: string): text is QuestionId {
  return questionIds.some((id) => id === text);
}

/** What the user chose to ask about. Null: what the documents suggest. */
export interface QuestionChoices {
  readonly organization: string | null;
  readonly action: string;
  readonly forbidden: { readonly actions: readonly string[]; readonly principals: readonly string[] };
  readonly separation: { readonly one: readonly string[]; readonly other: readonly string[] };
}

export const firstChoices: QuestionChoices = {
  organization: null,
  action: 'kms:Decrypt',
  forbidden: { actions: [], principals: [] },
  separation: {
    one: ['kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion', 'kms:DisableKey'],
    other: ['kms:Decrypt', 'kms:Encrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Sign'],
  },
};

/** The question as the engine is asked it; null where something is missing to ask it. */
export function questionOf(
  id: QuestionId,
  scenario: Scenario,
  choices: QuestionChoices,
  before: Scenario | null,
): Question | null {
  switch (id) {
    case 'public':
      return { kind: 'outsiders', outside: { kind: 'public' } };
    case 'outside-account':
      return { kind: 'outsiders', outside: { kind: 'account' } };
    case 'outside-organization': {
      const organization = organizationOf(scenario, choices);
      return organization === ''
        ? null
        : { kind: 'outsiders', outside: { kind: 'organization', organization } };
    }
    case 'who-can':
      return choices.action === '' ? null : { kind: 'whoCan', action: choices.action };
    case 'not-granted':
      return notGranted(choices);
    case 'separation': {
      const { separation } = choices;
      return separation.one.length * separation.other.length === 0
        ? null
        : { kind: 'separation', separation };
    }
    case 'compare':
      return before === null ? null : { kind: 'compare', before };
    default:
      return { kind: id };
  }
}

function notGranted({ forbidden: { actions, principals } }: QuestionChoices): Question | null {
  if (actions.length + principals.length === 0) return null;
  const forbidden = {
    ...(actions.length === 0 ? {} : { actions }),
    ...(principals.length === 0 ? {} : { principals }),
  };
  return { kind: 'notGranted', forbidden };
}

/** The organization to ask about: the chosen one, else the key's account's, else one the key policy names; `''` for none. */
export function organizationOf(scenario: Scenario, { organization }: QuestionChoices): string {
  if (organization !== null) return organization;
  const [key] = scenario.keys;
  const own = splitArn(key?.arn ?? '')?.account;
  const known = scenario.accounts.find((account) => account.id === own)?.organization;
  return known ?? key?.policy.text.match(/\bo-[a-z0-9]{10,32}\b/)?.[0] ?? '';
}
