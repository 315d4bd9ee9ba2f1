import type { ScenarioKey } from '#engine/scenario/scenario.ts';
import type { Suggestions } from '#engine/study.ts';
import { splitArn } from '#engine/vocabulary/arn.ts';

export interface SlotOption {
  readonly id: string;
  readonly text: string;
  readonly secondary?: string;
}

export function principalOptions(suggestions: Suggestions | null): readonly SlotOption[] {
  const options = (suggestions?.principals ?? []).map(({ value, label, detail }) => ({
    id: value,
    text: value,
    secondary: label === value ? detail : joined(label, detail),
  }));
  return distinct(options);
}

/** Operations with their meanings, those of one group together, in the order the groups are first named. */
export function operationOptions(suggestions: Suggestions | null): readonly SlotOption[] {
  const operations = suggestions?.operations ?? [];
  const groups = [...new Set(operations.map(({ group }) => group))];
  const inOrder = [...groups.filter((group) => group !== null), null].flatMap((group) =>
    operations.filter((operation) => operation.group === group),
  );
  return distinct(
    inOrder.map(({ name, meaning, group }) => {
      const text = name.includes(':') ? name : `kms:${name}`;
      return { id: text, text, secondary: group === null ? meaning : joined(group, meaning) };
    }),
  );
}

export function serviceOptions(suggestions: Suggestions | null): readonly SlotOption[] {
  return distinct((suggestions?.viaServices ?? []).map((service) => ({ id: service, text: service })));
}

/** Keys the policies look at come first and say so. */
export function contextKeyOptions(suggestions: Suggestions | null): readonly SlotOption[] {
  const keys = suggestions?.contextKeys ?? [];
  const mentionedFirst = [
    ...keys.filter(({ mentioned }) => mentioned),
    ...keys.filter(({ mentioned }) => !mentioned),
  ];
  return distinct(
    mentionedFirst.map(({ key, meaning, mentioned }) => ({
      id: key,
      text: key,
      secondary: mentioned ? joined('In your policies', meaning) : meaning,
    })),
  );
}

/** The ways a request can name the scenario's keys: ARN, alias, key ID. */
export function keyOptions(keys: readonly ScenarioKey[]): readonly SlotOption[] {
  return distinct(
    keys.flatMap(({ arn, aliases }) => {
      const id = splitArn(arn)?.resource.replace(/^key\//, '');
      return [
        { id: arn, text: arn, secondary: 'Key ARN' },
        ...(aliases ?? []).map((alias) => ({ id: alias, text: alias, secondary: 'Alias name' })),
        ...(aliases ?? []).flatMap((alias) => aliasArn(arn, alias)),
        ...(id === undefined ? [] : [{ id, text: id, secondary: 'Key ID' }]),
      ];
    }),
  );
}

function aliasArn(keyArn: string, alias: string): readonly SlotOption[] {
  const cut = keyArn.lastIndexOf(':key/');
  if (cut === -1) return [];
  const text = `${keyArn.slice(0, cut)}:${alias}`;
  return [{ id: text, text, secondary: 'Alias ARN' }];
}

function joined(first: string, rest: string): string {
  return rest === '' ? first : `${first} · ${rest}`;
}

function distinct(options: readonly SlotOption[]): readonly SlotOption[] {
  return [...new Map(options.map((option) => [option.id, option])).values()];
}
