import { readScenario } from '../scenario/readScenario.ts';
import type { Json, Scenario, ScenarioRequest } from '../scenario/scenario.ts';
import { KEY_ARN, type PlainStatement } from './smallWorlds.ts';

export const ACCOUNT_ROOT = { AWS: 'arn:aws:iam::111122223333:root' };
export const APP = 'arn:aws:iam::111122223333:role/App';
export const APP_SESSION = 'arn:aws:sts::111122223333:assumed-role/App/one';
export const ANA = 'arn:aws:iam::111122223333:user/Ana';
export const PARTNER = 'arn:aws:iam::444455556666:user/Partner';
export const ENDPOINT = 'vpce-1';

/** A scenario as the statements of its layers. `KEY` in a request's parameters or a statement's Resource is the key's ARN. */
export interface Pieces {
  readonly key: readonly PlainStatement[];
  readonly grants?: readonly PlainStatement[];
  readonly metadata?: Readonly<Record<string, Json>>;
  readonly tags?: Readonly<Record<string, string>>;
  readonly identities?: readonly {
    readonly arn: string;
    readonly id?: string;
    readonly tags?: Readonly<Record<string, string>>;
    readonly policies?: readonly PlainStatement[];
    readonly boundary?: readonly PlainStatement[];
  }[];
  /** SCPs of account 111122223333. */
  readonly scp?: readonly PlainStatement[];
  readonly rcp?: readonly PlainStatement[];
  /** What AWS's SCP is attached to where `scp` is given; the root unless said. */
  readonly fullAccess?: readonly string[];
  /** Policy of the endpoint `vpce-1`. */
  readonly endpoint?: readonly PlainStatement[];
  readonly request: Readonly<Record<string, unknown>>;
}

const policy = (statements: readonly PlainStatement[]) => ({ Version: '2012-10-17', Statement: statements });

/** Reads the pieces as a scenario file, so that they go the way of every scenario. */
export function scenarioOfPieces(pieces: Pieces): {
  readonly scenario: Scenario;
  readonly request: ScenarioRequest;
} {
  const { key, grants, metadata, tags, identities = [], scp, rcp, endpoint, request } = pieces;
  const fullAccess = pieces.fullAccess ?? ['r-ab12'];
  const organization = (type: string, statements: readonly PlainStatement[] | undefined) =>
    statements === undefined
      ? []
      : [{ type, name: type.slice(0, 3), targets: ['111122223333'], document: policy(statements) }];
  const file = {
    keyway: 1,
    accounts: [{ id: '111122223333', organization: 'o-a1', path: ['r-ab12'] }],
    organizationPolicies: [
      ...organization('SERVICE_CONTROL_POLICY', scp),
      ...(scp === undefined || fullAccess.length === 0
        ? []
        : [
            {
              type: 'SERVICE_CONTROL_POLICY',
              name: 'FullAWSAccess',
              targets: fullAccess,
              document: policy([{ Effect: 'Allow', Action: '*', Resource: '*' }]),
            },
          ]),
      ...organization('RESOURCE_CONTROL_POLICY', rcp),
    ],
    keys: [
      {
        arn: KEY_ARN,
        policy: policy(key),
        ...(metadata && { metadata }),
        ...(tags && { tags }),
        ...(grants && { grants: { Grants: grants.map((one) => ({ KeyId: KEY_ARN, ...one })) } }),
      },
    ],
    identities: identities.map(({ arn, id, tags: own, policies, boundary }) => ({
      arn,
      ...(id && { id }),
      ...(own && { tags: own }),
      policies: policies === undefined ? [] : [{ name: 'Own', document: policy(policies) }],
      ...(boundary && { permissionsBoundary: { name: 'Limit', document: policy(boundary) } }),
    })),
    vpcEndpoints: endpoint === undefined ? [] : [{ id: ENDPOINT, vpc: 'vpc-1', policy: policy(endpoint) }],
    requests: [request],
  };
  const text = JSON.stringify(file, null, 2).replaceAll('"KEY"', JSON.stringify(KEY_ARN));
  const { scenarios, diagnostics } = readScenario(text, { unindent: true });
  const [scenario] = scenarios;
  const asked = scenario?.requests[0];
  if (scenario === undefined || asked === undefined)
    throw new Error(`The pieces make no scenario: ${JSON.stringify(diagnostics)}`);
  return { scenario, request: asked };
}

export function allow(principal: unknown, action: unknown, more: PlainStatement = {}): PlainStatement {
  return { Sid: 'Allow', Effect: 'Allow', Principal: principal, Action: action, Resource: '*', ...more };
}

export function deny(more: PlainStatement): PlainStatement {
  return { Sid: 'Deny', Effect: 'Deny', Action: 'kms:*', Resource: '*', ...more };
}

/** An Allow of a policy that names no principals. */
export function iam(action: unknown, more: PlainStatement = {}): PlainStatement {
  return { Effect: 'Allow', Action: action, Resource: '*', ...more };
}

export function when(operator: string, key: string, value: unknown): PlainStatement {
  return { Condition: { [operator]: { [key]: value } } };
}
