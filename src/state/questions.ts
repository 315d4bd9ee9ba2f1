import type { Question } from '#engine/prove/prove.ts';
import { organizationIn } from '#engine/scenario/organizationIn.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';

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

/** What is asked: a question of the room, or what belongs to the answer of one and is looked for when somebody wants it. */
export type ProofId = QuestionId | 'conditions';

/** The order in which the room's questions are answered. */
export const provedIds: readonly ProofId[] = questionIds.flatMap((id): readonly ProofId[] =>
  id === 'compare' ? [id, 'conditions'] : [id],
);

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
  /** Whether the differences of a comparison are wanted as general conditions, too. */
  readonly conditions: boolean;
}

export const firstChoices: QuestionChoices = {
  organization: null,
  action: 'kms:Decrypt',
  forbidden: { actions: [], principals: [] },
  separation: {
    one: ['kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion', 'kms:DisableKey'],
    other: ['kms:Decrypt', 'kms:Encrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Sign'],
  },
  conditions: false,
};

/** The question as the engine is asked it; null where something is missing to ask it. */
export function questionOf(
  id: ProofId,
  scenario: Scenario,
  choices: QuestionChoices,
  before: Scenario | null,
): Question | null {
  switch (id) {
    case 'public':
      return { kind: 'outsiders', outside: { kind: 'public' } };
    case 'outside-account':
      return { kind: 'outsiders', outside: { kind: 'account' } };
    case 'outside-organization':
      return outsideOf(organizationOf(scenario, choices));
    case 'who-can':
      return choices.action === '' ? null : { kind: 'whoCan', action: choices.action };
    case 'not-granted':
      return notGranted(choices);
    case 'separation':
      return separationIn(choices);
    case 'compare':
    case 'conditions':
      return ofVersions(id, choices, before);
    default:
      return { kind: id };
  }
}

function outsideOf(organization: string): Question | null {
  return organization === '' ? null : { kind: 'outsiders', outside: { kind: 'organization', organization } };
}

function separationIn({ separation }: QuestionChoices): Question | null {
  const isMissing = separation.one.length * separation.other.length === 0;
  return isMissing ? null : { kind: 'separation', separation };
}

function ofVersions(
  kind: 'compare' | 'conditions',
  { conditions }: QuestionChoices,
  before: Scenario | null,
): Question | null {
  return before === null || (kind === 'conditions' && !conditions) ? null : { kind, before };
}

function notGranted({ forbidden: { actions, principals } }: QuestionChoices): Question | null {
  if (actions.length + principals.length === 0) return null;
  const forbidden = {
    ...(actions.length === 0 ? {} : { actions }),
    ...(principals.length === 0 ? {} : { principals }),
  };
  return { kind: 'notGranted', forbidden };
}

/** The organization to ask about: the chosen one, else what the documents suggest; `''` for none. */
export function organizationOf(scenario: Scenario, { organization }: QuestionChoices): string {
  return organization ?? organizationIn(scenario);
}
