import type { ScenarioKey } from '#engine/scenario/scenario.ts';
import { splitArn } from '#engine/vocabulary/arn.ts';
import type { App } from '#state/app.ts';
import { nextKeyArn, withKey, withNewKey, withoutKey } from '#state/keyEdits.ts';

/** Adds a key without a policy and shows it. */
export function addKey(app: App): void {
  app.workspace.getState().edit((scenario) => withNewKey(scenario, nextKeyArn(scenario)));
  showLast(app);
}

/** Adds a replica of a multi-Region key in another Region: the same key id and kind of key, and a policy of its own. */
export function addReplica(app: App, primary: ScenarioKey): void {
  app.workspace.getState().edit((scenario) => {
    const taken = scenario.keys.map(({ arn }) => arn);
    const arn = replicaArns(primary.arn).find((each) => !taken.includes(each));
    if (arn === undefined) return scenario;
    const added = withNewKey(scenario, arn, primary.policy.text);
    const metadata = {
      ...primary.metadata,
      MultiRegion: true,
      MultiRegionConfiguration: { MultiRegionKeyType: 'REPLICA' },
    };
    return withKey(added, { metadata }, added.keys.length - 1);
  });
  showLast(app);
}

const regions = ['us-west-2', 'us-east-1', 'eu-west-1', 'eu-central-1', 'ap-southeast-2', 'ap-northeast-1'];

function replicaArns(arn: string): readonly string[] {
  const parts = splitArn(arn);
  if (parts === undefined) return [];
  return regions.map((region) => `arn:${parts.partition}:kms:${region}:${parts.account}:${parts.resource}`);
}

/** Takes a key away and shows the first again. */
export function removeKey(app: App, arn: string): void {
  app.workspace.getState().edit((scenario) => withoutKey(scenario, arn));
  const first = app.workspace.getState().scenario.keys[0];
  if (first !== undefined) app.workspace.getState().showKey(first.policy.id);
}

function showLast(app: App): void {
  const last = app.workspace.getState().scenario.keys.at(-1);
  if (last !== undefined) app.workspace.getState().showKey(last.policy.id);
}
