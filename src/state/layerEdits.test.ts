import { describe, expect, it } from 'vitest';
import { printScenario, readScenario, study } from '#engine/index.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';
import { guardedPayments } from '../examples/guardedPayments.ts';
import {
  withBoundary,
  withBoundaryNamed,
  withoutBoundary,
  withoutSessionPolicy,
  withSessionPolicy,
} from './identityEdits.ts';
import { nextKeyArn, shownKeyIndex, withKey, withNewKey, withoutKey } from './keyEdits.ts';
import {
  withAccount,
  withAccountChanged,
  withFullAccess,
  withOrganizationPolicy,
  withOrganizationPolicyChanged,
  withoutAccount,
  withoutOrganizationPolicy,
} from './organizationEdits.ts';
import { EMPTY_POLICY, FULL_AWS_ACCESS } from './policyTexts.ts';
import {
  withEndpoint,
  withEndpointChanged,
  withEndpointFollowed,
  withEndpointPolicy,
  withoutEndpoint,
  withoutResource,
  withResource,
  withResourceChanged,
  withResourcePolicy,
} from './resourceEdits.ts';
import { documentsOf } from '#engine/scenario/mapDocuments.ts';
import { withText } from './scenarioEdits.ts';

const APP = 'arn:aws:iam::111122223333:role/service/PaymentsApp';
const [KEY] = guardedPayments.keys;
const ids = (scenario: Scenario) => documentsOf(scenario).map(({ id }) => id);

/** The scenario after it was downloaded and opened again, without the places that only a file has. */
function reopened(scenario: Scenario): unknown {
  const { scenarios, diagnostics } = readScenario(printScenario(scenario), { unindent: true });
  expect(diagnostics).toEqual([]);
  return scenarios[0];
}

describe('an organization', () => {
  it('keeps what is attached to an account when its id changes, and never takes the id of another', () => {
    const moved = withAccountChanged(guardedPayments, '111122223333', {
      id: '222233334444',
      name: undefined,
    });
    expect(moved.accounts[0]).toEqual({
      id: '222233334444',
      organization: 'o-a1b2c3d4e5',
      path: ['r-ab12', 'ou-ab12-11111111'],
    });
    expect(moved.organizationPolicies[0]?.targets).toContain('222233334444');
    expect(withAccountChanged(guardedPayments, '111122223333', { id: '444455556666' })).toEqual(
      guardedPayments,
    );
    expect(withoutAccount(guardedPayments, '444455556666').accounts).toHaveLength(1);
    expect(
      withAccount(guardedPayments, { id: '444455556666', managementAccount: true }).accounts[1],
    ).toMatchObject({
      name: 'Partner',
      managementAccount: true,
    });
  });

  it('gets FullAWSAccess everywhere with its first SCP, and not with an RCP or a further SCP', () => {
    const none: Scenario = { ...guardedPayments, organizationPolicies: [] };
    const base = { name: 'X', targets: ['111122223333'], text: EMPTY_POLICY };
    const scp = { ...base, type: 'SERVICE_CONTROL_POLICY' } as const;
    const first = withOrganizationPolicy(none, scp);
    expect(first.turnedOn).toBe(true);
    expect(first.scenario.organizationPolicies.map(({ name }) => name)).toEqual(['FullAWSAccess', 'X']);
    expect(
      withOrganizationPolicy(none, { ...base, type: 'RESOURCE_CONTROL_POLICY' }).scenario
        .organizationPolicies,
    ).toHaveLength(1);
    const second = withOrganizationPolicy(first.scenario, scp);
    expect(second).toMatchObject({ turnedOn: false, id: 'scp/X-2' });
    expect(second.scenario.organizationPolicies).toHaveLength(3);
  });

  it('attaches FullAWSAccess to more, without adding it twice', () => {
    const more = withFullAccess(guardedPayments, ['444455556666', 'r-ab12']);
    expect(more.organizationPolicies[0]?.targets).toEqual([
      'r-ab12',
      'ou-ab12-11111111',
      '111122223333',
      '444455556666',
    ]);
    expect(more.organizationPolicies).toHaveLength(3);
  });

  it('keeps the text of a policy that is renamed, and gives a new one of the old name an id of its own', () => {
    const id = 'scp/KeysOnlyFromOurNetwork';
    const renamed = withOrganizationPolicyChanged(guardedPayments, id, { name: 'Network' });
    expect(ids(renamed)).toEqual(ids(guardedPayments));
    const added = withOrganizationPolicy(renamed, {
      type: 'SERVICE_CONTROL_POLICY',
      name: 'KeysOnlyFromOurNetwork',
      targets: [],
      text: EMPTY_POLICY,
    });
    expect(added.id).toBe(`${id}~2`);
    expect(new Set(ids(added.scenario)).size).toBe(ids(added.scenario).length);
    expect(withoutOrganizationPolicy(added.scenario, added.id)).toEqual(renamed);
  });
});

describe('a permissions boundary', () => {
  it('is set, renamed, and taken away without a trace', () => {
    const bare = withoutBoundary(guardedPayments, APP);
    expect(bare.identities[0]).not.toHaveProperty('permissionsBoundary');
    const { scenario, id } = withBoundary(bare, APP, 'B', FULL_AWS_ACCESS);
    expect(id).toBe(`boundary/${APP}`);
    expect(withBoundaryNamed(scenario, APP, 'C').identities[0]?.permissionsBoundary).toEqual({
      name: 'C',
      document: { id, text: FULL_AWS_ACCESS },
    });
    expect(withoutBoundary(scenario, APP)).toEqual(bare);
  });
});

describe('session policies', () => {
  it('come and go with the request, each under its own id', () => {
    const [asked] = guardedPayments.requests;
    if (asked === undefined) throw new Error('The example has requests.');
    const one = withSessionPolicy(asked);
    const two = withSessionPolicy(one.request);
    expect(one.id).not.toBe(two.id);
    expect(two.request.session).toMatchObject({ issuer: APP, policies: [{ id: one.id }, { id: two.id }] });
    expect(withoutSessionPolicy(two.request, two.id)).toEqual(one.request);
    expect(withoutSessionPolicy(one.request, one.id)).toEqual(asked);
    const plain = { principal: asked.principal, action: asked.action };
    expect(withoutSessionPolicy(withSessionPolicy(plain).request, 'session/asked')).toEqual(plain);
  });

  it('answer by their last usable text while they are broken', () => {
    const [, through] = guardedPayments.requests;
    if (through === undefined) throw new Error('The example has requests.');
    const { request, id } = withSessionPolicy(through, '{ "Version": ');
    const narrow = EMPTY_POLICY.replace(
      '[]',
      '[{ "Effect": "Allow", "Action": "kms:Encrypt", "Resource": "*" }]',
    );
    const wide = narrow.replace('kms:Encrypt', 'kms:*');
    const asking = (fallback: string) =>
      study({
        scenario: guardedPayments,
        request: {
          ...request,
          session: { ...request.session, policies: [{ id, text: '{ "Version": ', fallback }] },
        },
      });
    expect(asking(wide).answer?.decision).toBe('allowed');
    expect(asking(narrow).answer?.decision).toBe('implicitDeny');
    expect(asking(wide).documents.at(-1)).toMatchObject({
      id,
      kind: 'session',
      usable: true,
      usedFallback: true,
    });
  });
});

describe('endpoints and resources', () => {
  it('are added, changed and removed with their policies', () => {
    const added = withEndpoint(guardedPayments, { id: 'vpce-0a2b3c4d' });
    const written = withEndpointPolicy(added, 'vpce-0a2b3c4d', FULL_AWS_ACCESS);
    const renamed = withEndpointChanged(written, 'vpce-0a2b3c4d', {
      id: 'vpce-11112222',
      vpc: 'vpc-11223344',
    });
    expect(renamed.vpcEndpoints[1]).toEqual({
      id: 'vpce-11112222',
      vpc: 'vpc-11223344',
      policy: { id: 'endpoint/vpce-0a2b3c4d', text: FULL_AWS_ACCESS },
    });
    expect(withEndpointChanged(renamed, 'vpce-11112222', { id: 'vpce-1a2b3c4d' }).vpcEndpoints[1]?.id).toBe(
      'vpce-11112222',
    );
    expect(withEndpointPolicy(written, 'vpce-0a2b3c4d', null)).toEqual(added);
    expect(withoutEndpoint(added, 'vpce-0a2b3c4d')).toEqual(guardedPayments);
    const through = { principal: 'p', action: 'a', context: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } };
    expect(withEndpointFollowed(through, 'vpce-1a2b3c4d', 'vpce-2')).toMatchObject({
      context: { 'aws:SourceVpce': 'vpce-2' },
    });
    expect(withEndpointFollowed(through, 'vpce-3', 'vpce-2')).toBe(through);

    const bucket = 'arn:aws:s3:::bucket/*';
    const resource = withResource(guardedPayments, { arn: bucket });
    const encrypted = withResourceChanged(withResourcePolicy(resource, bucket, EMPTY_POLICY), bucket, {
      account: '111122223333',
      encryption: { kmsKey: KEY?.arn ?? '', bucketKey: true },
    });
    expect(encrypted.resources).toMatchObject([{ arn: bucket, policy: { id: `resource/${bucket}` } }]);
    expect(withResourceChanged(encrypted, bucket, { encryption: undefined }).resources[0]).not.toHaveProperty(
      'encryption',
    );
    expect(withoutResource(encrypted, bucket)).toEqual(guardedPayments);
  });
});

describe('several keys', () => {
  it('have texts of their own, named after them', () => {
    const arn = nextKeyArn(guardedPayments);
    const two = withNewKey(guardedPayments, arn, '{}');
    const second = two.keys[1];
    expect(second?.policy.id).toBe('key:1234abcd-12ab-34cd-56ef-000000000001');
    expect(withNewKey(two, arn)).toBe(two);
    expect(nextKeyArn(two)).not.toBe(arn);
    expect(shownKeyIndex(two, second?.policy.id)).toBe(1);
    expect(shownKeyIndex(two, 'gone')).toBe(0);
    const granted = withText(two, 'grants:1234abcd-12ab-34cd-56ef-000000000001', '[]');
    expect(granted.keys.map(({ grants }) => grants?.text)).toEqual([undefined, '[]']);
    expect(withText(two, 'grants:elsewhere', '[]')).toBe(two);
  });

  it('take the place and the ids of the first when it is removed, but the last one stays', () => {
    const arn = nextKeyArn(guardedPayments);
    const two = withText(
      withNewKey(guardedPayments, arn, '{}'),
      'grants:1234abcd-12ab-34cd-56ef-000000000001',
      '[]',
    );
    const one = withoutKey(two, KEY?.arn ?? '');
    expect(one.keys).toEqual([
      { arn, policy: { id: 'key', text: '{}' }, grants: { id: 'grants', text: '[]' } },
    ]);
    expect(withoutKey(one, arn)).toBe(one);
    expect(withoutKey(two, 'arn:other')).toBe(two);
  });

  it('are named anew with a new ARN, and what is encrypted under them follows', () => {
    const arn = nextKeyArn(guardedPayments);
    const bucket = { arn: 'arn:aws:s3:::bucket/*', encryption: { kmsKey: arn } };
    const two = withResource(withNewKey(guardedPayments, arn), bucket);
    const next = `${arn.slice(0, -1)}9`;
    const moved = withKey(two, { arn: next }, 1);
    expect(moved.keys[1]?.policy.id).toBe('key:1234abcd-12ab-34cd-56ef-000000000009');
    expect(moved.resources[0]?.encryption?.kmsKey).toBe(next);
  });
});

it('everything these edits make comes back when it is downloaded and opened again', () => {
  const arn = nextKeyArn(guardedPayments);
  const [asked, ...others] = guardedPayments.requests;
  const steps: readonly ((scenario: Scenario) => Scenario)[] = [
    (scenario) => withAccount(scenario, { id: '999988887777', name: 'Management', managementAccount: true }),
    (scenario) =>
      withOrganizationPolicy(scenario, {
        type: 'RESOURCE_CONTROL_POLICY',
        name: 'Broken one',
        targets: ['r-ab12'],
        text: '{ "Version": ',
      }).scenario,
    (scenario) => withBoundary(scenario, 'arn:aws:iam::111122223333:user/Ana', 'B', FULL_AWS_ACCESS).scenario,
    (scenario) => withEndpoint(scenario, { id: 'vpce-0a2b3c4d' }),
    (scenario) => withEndpointPolicy(scenario, 'vpce-0a2b3c4d', ''),
    (scenario) =>
      withResource(scenario, { arn: 'arn:aws:s3:::b/*', encryption: { kmsKey: arn, bucketKey: true } }),
    (scenario) => withResourcePolicy(scenario, 'arn:aws:s3:::b/*', FULL_AWS_ACCESS),
    (scenario) => withNewKey(scenario, arn, '{}'),
    (scenario) => ({
      ...scenario,
      requests: asked === undefined ? [] : [withSessionPolicy(asked, FULL_AWS_ACCESS).request, ...others],
    }),
  ];
  const made = steps.reduce((scenario, step) => step(scenario), guardedPayments);
  const again = reopened(made);
  expect(printScenario(again as Scenario)).toBe(printScenario(made));
  // Only the session policy is known by another id: requests in a file are counted.
  const renamed = JSON.stringify(made).replace('session/asked', 'session/0/0');
  expect(JSON.parse(JSON.stringify(again))).toEqual(JSON.parse(renamed));
});
