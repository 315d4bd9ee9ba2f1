import { parsePolicy } from '#engine/policy/parsePolicy.ts';
import { recognize } from '#engine/scenario/recognize.ts';
import { keyPlaceIn, regionOfPartition } from '#engine/scenario/keyPlace.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';
import { readText, scenariosIn, UnusableInput } from './input.ts';
import { type FilledTemplate, fillTemplate } from './template.ts';

/** What a file holds: a whole scenario, or a key policy without the key it is for. */
export type PolicyOrScenario =
  | { readonly kind: 'scenario'; readonly scenario: Scenario }
  | { readonly kind: 'policy'; readonly text: string; readonly account: string | undefined };

/**
 * Reads a scenario, a key policy, or a template with one key. Of a suite there must be exactly one scenario.
 *
 * @throws UnusableInput
 */
export function readPolicyOrScenario(file: string): PolicyOrScenario {
  const text = readText(file);
  const { kind, ...recognized } = recognize(text);
  if (kind === 'keyPolicy' && 'text' in recognized)
    return policyIn(file, recognized.text, account(recognized));
  if (kind === 'scenario' || text.includes('"keyway"')) {
    const { scenarios } = scenariosIn(file, text);
    const [scenario] = scenarios;
    if (scenario === undefined || scenarios.length > 1) {
      throw new UnusableInput(`${file}: has ${scenarios.length} scenarios: this command takes one.`);
    }
    return { kind: 'scenario', scenario };
  }
  return keyOfTemplate(file, text);
}

/** The policy of the only key of a template in which nothing of it is left open. */
function keyOfTemplate(file: string, text: string): PolicyOrScenario {
  const { pieces, open, problems } = templateIn(file, text);
  if (problems.length > 0) throw new UnusableInput(problems.join('\n'));
  const keys = pieces.flatMap(({ settled }) =>
    settled.kind === 'key' && settled.policy ? [settled.policy] : [],
  );
  const [policy] = keys;
  if (policy === undefined || keys.length > 1)
    throw new UnusableInput(`${file}: has ${keys.length} keys: this command takes one.`);
  const missing = open.filter((name) => policy.text.includes(`\${${name}}`));
  if (missing.length > 0)
    throw new UnusableInput(`${file}: leaves open ${missing.join(', ')}: \`convert\` can fill that in.`);
  return policyIn(file, policy.text, policy.account);
}

function templateIn(file: string, text: string): FilledTemplate {
  try {
    return fillTemplate(file, text);
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    throw new UnusableInput(`${file}: is neither a key policy, nor a scenario, nor a template with a key.`);
  }
}

function account(recognized: object): string | undefined {
  return 'account' in recognized && typeof recognized.account === 'string' ? recognized.account : undefined;
}

function policyIn(file: string, text: string, own: string | undefined): PolicyOrScenario {
  const { policy, diagnostics } = parsePolicy(text, { id: 'key', type: 'key', name: 'key' });
  if (policy === undefined) {
    const [first] = diagnostics;
    throw new UnusableInput(`${file}: is no usable key policy: ${first?.message ?? 'it cannot be read.'}`);
  }
  return { kind: 'policy', text, account: own };
}

const EXAMPLE_ACCOUNT = '111122223333';

/**
 * A policy alone, as the policy of an example key in the account, partition and Region it names, or in AWS's example account. Of
 * several Regions it is in the first.
 */
export function scenarioFor(input: PolicyOrScenario, around?: PolicyOrScenario): Scenario {
  if (input.kind === 'scenario') return input.scenario;
  if (around?.kind === 'scenario') return withPolicy(around.scenario, input.text);
  const { text, account = around?.account ?? EXAMPLE_ACCOUNT } = input;
  const { partition = 'aws', regions } = keyPlaceIn(text);
  return withKey({ partition, region: regions[0] ?? regionOfPartition(partition), account }, text);
}

/**
 * A policy alone, as the policy of a key of which nothing is known that the policy does not say: no Region, and no account unless it
 * names exactly one.
 */
export function scenarioOfPolicy(text: string, account = ''): Scenario {
  return withKey({ partition: keyPlaceIn(text).partition ?? 'aws', region: '', account }, text);
}

interface Place {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

function withKey({ partition, region, account }: Place, text: string): Scenario {
  const arn = `arn:${partition}:kms:${region}:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
  return {
    accounts: [],
    organizationPolicies: [],
    keys: [{ arn, policy: { id: 'key', text } }],
    resources: [],
    identities: [],
    vpcEndpoints: [],
    requests: [],
  };
}

/** A policy compared with a scenario is another version of the scenario's own key policy. */
function withPolicy(scenario: Scenario, text: string): Scenario {
  const keys = scenario.keys.map((key, at) =>
    at === 0 ? { ...key, policy: { id: key.policy.id, text } } : key,
  );
  return { ...scenario, keys };
}
