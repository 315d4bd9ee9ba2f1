import type { Scenario, ScenarioKey } from '#engine/scenario/scenario.ts';
import type { TextId } from '#engine/source/span.ts';
import { splitArn } from '#engine/vocabulary/arn.ts';
import type { Choice } from './keyFacts.ts';

/** The keys to choose from; the id is that of the key's policy. */
export function keyChoices({ keys }: Scenario): readonly Choice[] {
  return keys.map((key, index) => {
    const place = placeOf(key);
    const first = index === 0 ? ', meant where a request names no key' : '';
    return { id: key.policy.id, text: nameOf(key), secondary: `${place}${first}` };
  });
}

/** What a key is called in a sentence: its first alias, or its id. */
export function keyName({ keys }: Scenario, policy: TextId): string {
  const key = keys.find((each) => each.policy.id === policy) ?? keys[0];
  return key === undefined ? 'the key' : nameOf(key);
}

function nameOf({ arn, aliases = [] }: ScenarioKey): string {
  const [alias] = aliases;
  if (alias !== undefined) return alias;
  const resource = splitArn(arn)?.resource ?? arn;
  return resource.startsWith('key/') ? resource.slice('key/'.length) : resource;
}

function placeOf({ arn }: ScenarioKey): string {
  const parts = splitArn(arn);
  return parts === undefined ? arn : `${parts.region} in ${parts.account}`;
}
