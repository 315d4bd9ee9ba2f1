import type { Scenario } from '#engine/scenario/scenario.ts';
import type { Suggestions } from '#engine/study.ts';
import { documentsOf } from '#engine/scenario/mapDocuments.ts';
import type { Option } from '#kit/ComboBox.tsx';

/** What is typed into a list: values between commas or spaces. */
export function listedValues(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,]+/).filter((value) => value !== ''))];
}

/** Why a text is no organization, or null. An empty one asks nothing. */
export function organizationProblem(text: string): string | null {
  if (text.trim() === '' || /^o-[a-z0-9]{10,32}$/.test(text.trim())) return null;
  return 'An organization id is `o-` with 10 to 32 lower-case letters or digits.'.replaceAll('`', '');
}

/** The organizations that accounts are in and documents name. */
export function organizationsIn(scenario: Scenario): readonly Option[] {
  const known = scenario.accounts.flatMap(({ organization }) => organization ?? []);
  const named = documentsOf(scenario).flatMap(({ text }) => text.match(/\bo-[a-z0-9]{10,32}\b/g) ?? []);
  return [...new Set([...known, ...named])].map((id) => ({ id, text: id }));
}

export function actionOptions(operations: Suggestions['operations']): readonly Option[] {
  return operations.map(({ name, meaning }) => ({ id: name, text: name, secondary: meaning }));
}
