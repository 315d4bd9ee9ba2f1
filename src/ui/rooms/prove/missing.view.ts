import type { Scenario } from '#engine/scenario/scenario.ts';
import { acceptedFor, type AcceptedVersion } from '#state/accepted.ts';
import { questionOf, type QuestionChoices, type QuestionId } from '#state/questions.ts';

export interface AskedWith {
  readonly scenario: Scenario;
  readonly choices: QuestionChoices;
  readonly hasFile: boolean;
  readonly versions: readonly AcceptedVersion[];
}

/** What a question lacks to be asked; null when it lacks nothing. */
export function missingWords(
  id: QuestionId,
  { scenario, choices, hasFile, versions }: AskedWith,
): string | null {
  const accepted = acceptedFor({ versions }, scenario)?.scenario ?? null;
  if (questionOf(id, scenario, choices, hasFile ? scenario : accepted) !== null) return null;
  switch (id) {
    case 'outside-organization':
      return 'Name an organization to ask.';
    case 'compare':
      return 'Accept this version, or open a file to compare with.';
    case 'who-can':
      return 'Name an action to ask.';
    case 'not-granted':
      return 'Name actions, callers or both that must not come together.';
    default:
      return 'Name actions to ask.';
  }
}
