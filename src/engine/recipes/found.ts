import type { Scenario, ScenarioRequest } from '../scenario/scenario.ts';
import { documentsOf } from '../scenario/mapDocuments.ts';
import { accountOf, splitArn } from '../vocabulary/arn.ts';
import { readIdentityArn } from '../vocabulary/identityArn.ts';
import { type ParameterType, parameterTypes } from './parameterTypes.ts';

interface Situation {
  readonly scenario: Scenario;
  readonly request: ScenarioRequest;
}

/**
 * What a scenario has of a type, without repetitions: the caller's role first, then what the scenario lists, then what its documents
 * mention.
 */
export function found(type: ParameterType, situation: Situation): readonly string[] {
  const { fits } = parameterTypes[type];
  return [...new Set(candidates(type, situation))].filter(fits);
}

function candidates(type: ParameterType, { scenario, request }: Situation): readonly string[] {
  const identities = [...callers(scenario, request), ...scenario.identities.map(({ arn }) => arn)];
  switch (type) {
    case 'principal':
    case 'role':
      return [...identities, ...mentioned(scenario)];
    case 'account':
      return [...scenario.accounts.map(({ id }) => id), ...identities.flatMap((arn) => accountOf(arn) ?? [])];
    case 'organization':
      return scenario.accounts.flatMap(({ organization }) => organization ?? []);
    case 'region':
      return scenario.keys.flatMap(({ arn }) => splitArn(arn)?.region ?? []);
    case 'bucket':
      return all(scenario).flatMap((arn) => bucketOf(arn) ?? []);
    case 'logGroup':
      return all(scenario).flatMap((arn) => logGroupOf(arn) ?? []);
    case 'digest':
    case 'context':
      return [];
    default:
      return all(scenario);
  }
}

/** The role or user that asks; a session stands for its role. */
function callers({ identities }: Scenario, { principal }: ScenarioRequest): readonly string[] {
  const caller = readIdentityArn(principal);
  if (caller?.kind !== 'session') return [principal];
  const role = identities.find(({ arn }) => {
    const identity = readIdentityArn(arn);
    return identity?.kind === 'role' && identity.account === caller.account && identity.name === caller.role;
  });
  const partition = splitArn(principal)?.partition ?? 'aws';
  return [role?.arn ?? `arn:${partition}:iam::${caller.account}:role/${caller.role}`];
}

function all(scenario: Scenario): readonly string[] {
  return [...scenario.resources.map(({ arn }) => arn), ...mentioned(scenario)];
}

/** ARNs in the documents, read off their texts: a document need not be whole for that. */
function mentioned(scenario: Scenario): readonly string[] {
  return documentsOf(scenario).flatMap(({ text }) =>
    [...text.slice(0, MOST_READ).matchAll(/"(arn:[^"\\\s]{1,2048})"/g)].map(([, arn]) => arn ?? ''),
  );
}

/** A key policy has at most 32 KB; what is longer need not be searched to its end. */
const MOST_READ = 100_000;

function bucketOf(text: string): string | undefined {
  const arn = splitArn(text);
  return arn?.service === 's3' && arn.account === '' ? arn.resource.split('/')[0] : undefined;
}

function logGroupOf(text: string): string | undefined {
  const arn = splitArn(text);
  if (arn?.service !== 'logs' || !arn.resource.startsWith('log-group:')) return undefined;
  return arn.resource.slice('log-group:'.length).replace(/:\*$/, '');
}
