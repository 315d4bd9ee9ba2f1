import { afterEach, describe, expect, it } from 'vitest';
import { guardedPayments } from '../examples/guardedPayments.ts';
import { ordersKey } from '../examples/ordersKey.ts';
import type { App } from './app.ts';
import { findDocument } from '#engine/scenario/mapDocuments.ts';
import { place, startTestApp, stopTestApps, until } from './testApp.ts';

afterEach(stopTestApps);

const READER = 'arn:aws:iam::444455556666:role/Reader';

const policy = (fields: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Sid: 'Only', ...fields }] }, null, 2);
const DENY = policy({ Effect: 'Deny', Action: 'kms:Decrypt', Resource: '*' });
const DENY_ALL = policy({ Effect: 'Deny', Principal: '*', Action: 'kms:Decrypt', Resource: '*' });
const ALLOW = policy({ Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' });
const ALLOW_ALL = policy({ Effect: 'Allow', Principal: '*', Action: 'kms:Decrypt', Resource: '*' });
const BUCKET = policy({
  Effect: 'Allow',
  Principal: { AWS: READER },
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::amzn-s3-demo-bucket/*',
});

async function placeAs(app: App, kind: Parameters<ReturnType<App['placement']['getState']>['placeAs']>[0]) {
  app.placement.getState().placeAs(kind);
  await until(() => app.results.getState().studied === app.workspace.getState().revision);
  return app.placement.getState().message;
}

const scenarioOf = (app: App) => app.workspace.getState().scenario;
const choicesOf = (app: App) => app.placement.getState().choices?.map(({ kind }) => kind);

describe('a policy that only denies', () => {
  it('becomes an SCP of the account of the caller, with FullAWSAccess beside it, and decides', async () => {
    const app = await startTestApp({}, { example: guardedPayments });
    app.workspace.getState().open({ ...guardedPayments, organizationPolicies: [] });
    expect(await place(app, DENY, 'no-decrypt.json')).toBe(
      'Service control policy attached to `r-ab12`: 1 statement. `FullAWSAccess` was attached at every level, as AWS does when SCPs are turned on.',
    );
    const [full, added] = scenarioOf(app).organizationPolicies;
    expect(full).toMatchObject({
      name: 'FullAWSAccess',
      targets: ['r-ab12', 'ou-ab12-11111111', '111122223333', '444455556666'],
    });
    expect(added).toMatchObject({ type: 'SERVICE_CONTROL_POLICY', name: 'no-decrypt', targets: ['r-ab12'] });
    expect(app.results.getState().study?.answer).toMatchObject({
      decision: 'explicitDeny',
      deciding: [{ ref: 'scp:no-decrypt#Only' }],
    });
    expect(app.preferences.getState()).toMatchObject({
      writeTab: 'organization',
      openDocuments: { organization: 'scp/no-decrypt' },
    });
    app.workspace.getState().undoOpen();
    expect(scenarioOf(app).organizationPolicies).toEqual([]);
  });

  it('is an IAM policy with one action, and the SCP is gone', async () => {
    const app = await startTestApp();
    await place(app, DENY);
    expect(choicesOf(app)).toEqual(['identityPolicy', 'permissionsBoundary']);
    expect(await placeAs(app, 'identityPolicy')).toBe('IAM policy attached to role/Reader: 1 statement.');
    expect(scenarioOf(app).organizationPolicies).toEqual([]);
    expect(choicesOf(app)).toEqual(['serviceControlPolicy', 'permissionsBoundary']);
    // And back, and once more: nothing is left behind.
    await placeAs(app, 'serviceControlPolicy');
    await placeAs(app, 'permissionsBoundary');
    const { identities, organizationPolicies } = scenarioOf(app);
    expect(organizationPolicies).toEqual([]);
    expect(identities.find(({ arn }) => arn === READER)).toMatchObject({
      policies: [{ name: 'ReaderAccess' }],
      permissionsBoundary: { name: 'PastedPolicy', document: { text: DENY } },
    });
    app.workspace.getState().undoOpen();
    expect(app.workspace.getState()).toMatchObject({ isExample: true, previous: { request: {} } });
  });

  it('is placed once more, not instead, where something was edited in between', async () => {
    const app = await startTestApp();
    await place(app, DENY);
    app.workspace.getState().setText('key', '{}');
    await placeAs(app, 'identityPolicy');
    expect(findDocument(scenarioOf(app), 'key')?.text).toBe('{}');
    expect(scenarioOf(app).organizationPolicies.map(({ name }) => name)).toEqual([
      'FullAWSAccess',
      'PastedPolicy',
    ]);
  });

  it('becomes an RCP of the account of the key where it denies everyone', async () => {
    const app = await startTestApp();
    expect(await place(app, DENY_ALL)).toBe(
      'Resource control policy attached to `111122223333`: 1 statement.',
    );
    expect(scenarioOf(app).organizationPolicies).toMatchObject([
      { type: 'RESOURCE_CONTROL_POLICY', targets: ['111122223333'] },
    ]);
    expect(app.results.getState().study?.answer?.deciding.map(({ ref }) => ref)).toContain(
      'rcp:PastedPolicy#Only',
    );
  });
});

describe('a policy whose shape leaves a choice', () => {
  it('is an SCP where Organization is being looked at', async () => {
    const app = await startTestApp();
    app.preferences.getState().set({ writeTab: 'organization' });
    expect(await place(app, ALLOW)).toMatch(
      /^Service control policy attached to `444455556666`: 1 statement\./,
    );
    expect(choicesOf(app)).toEqual(['identityPolicy', 'permissionsBoundary', 'sessionPolicy']);
  });

  it('is a session policy of the request on demand, and decides', async () => {
    const app = await startTestApp();
    await place(app, policy({ Effect: 'Allow', Action: 'kms:Encrypt', Resource: '*' }));
    expect(await placeAs(app, 'sessionPolicy')).toBe('Session policy added to the request: 1 statement.');
    expect(app.workspace.getState().request.session?.policies).toHaveLength(1);
    expect(app.results.getState().study?.documents.at(-1)).toMatchObject({ kind: 'session', usable: true });
  });

  it('is refused as a session policy of a caller without a session, and stays where it was', async () => {
    const app = await startTestApp();
    app.workspace
      .getState()
      .setRequest({ principal: 'arn:aws:iam::111122223333:user/U', action: 'kms:Decrypt' });
    await place(app, ALLOW);
    app.placement.getState().placeAs('sessionPolicy');
    expect(app.placement.getState()).toMatchObject({ tone: 'problem', unplaced: ALLOW });
    expect(scenarioOf(app).identities.at(-1)).toMatchObject({ policies: [{ document: { text: ALLOW } }] });
  });

  it('is the policy of the VPC endpoint the request comes through', async () => {
    const app = await startTestApp();
    const { request, setRequest } = app.workspace.getState();
    setRequest({ ...request, context: { 'aws:SourceVpce': 'vpce-0a2b3c4d' } });
    await place(app, ALLOW_ALL);
    expect(await placeAs(app, 'endpointPolicy')).toBe(
      'Policy of the VPC endpoint `vpce-0a2b3c4d` added: 1 statement.',
    );
    expect(scenarioOf(app).vpcEndpoints).toMatchObject([
      { id: 'vpce-0a2b3c4d', policy: { text: ALLOW_ALL } },
    ]);
    // The example's key policy is back: it was only taken for one.
    expect(findDocument(scenarioOf(app), 'key')?.text).toBe(ordersKey.keys[0]?.policy.text);
  });
});

describe('policies of other resources', () => {
  it('go to the resource they name', async () => {
    const app = await startTestApp();
    const output = JSON.stringify({ Policy: BUCKET });
    expect(await place(app, output)).toBe(
      'Policy of `arn:aws:s3:::amzn-s3-demo-bucket/*` added: 1 statement. The policy was taken out of the output of `get-bucket-policy`.',
    );
    expect(scenarioOf(app).resources).toMatchObject([{ arn: 'arn:aws:s3:::amzn-s3-demo-bucket/*' }]);
    expect(app.preferences.getState().openDocuments.resources).toBe(
      'resource/arn:aws:s3:::amzn-s3-demo-bucket/*',
    );
  });

  it('of endpoints come with the output of describe-vpc-endpoints', async () => {
    const app = await startTestApp({}, { example: guardedPayments });
    const output = {
      VpcEndpoints: [
        { VpcEndpointId: 'vpce-1a2b3c4d', VpcId: 'vpc-2', PolicyDocument: ALLOW_ALL },
        { VpcEndpointId: 'vpce-2', VpcId: 'vpc-2' },
      ],
    };
    expect(await place(app, JSON.stringify(output))).toBe(
      '2 VPC endpoints `vpce-1a2b3c4d` and `vpce-2` taken over. Previous version is one click away.',
    );
    expect(scenarioOf(app).vpcEndpoints).toMatchObject([
      { id: 'vpce-1a2b3c4d', vpc: 'vpc-2', policy: { text: ALLOW_ALL } },
      { id: 'vpce-2', vpc: 'vpc-2' },
    ]);
  });
});

describe('the output of IAM commands', () => {
  const role = (fields: object) =>
    JSON.stringify({
      Role: {
        RoleName: 'Reader',
        RoleId: 'AROAX',
        Arn: 'arn:aws:iam::444455556666:role/ext/Reader',
        ...fields,
      },
    });

  it('brings an identity up to date: its path, id and tags', async () => {
    const app = await startTestApp();
    expect(await place(app, role({ Tags: [{ Key: 'a', Value: 'b' }] }))).toBe(
      'role/Reader brought up to date.',
    );
    expect(scenarioOf(app).identities.filter(({ arn }) => arn.includes('Reader'))).toMatchObject([
      {
        arn: 'arn:aws:iam::444455556666:role/ext/Reader',
        id: 'AROAX',
        tags: { a: 'b' },
        policies: [
          {
            name: 'ReaderAccess',
            document: { id: 'identity/arn:aws:iam::444455556666:role/ext/Reader/ReaderAccess' },
          },
        ],
      },
    ]);
  });

  it('names a boundary, which the next policy of the caller fills', async () => {
    const app = await startTestApp();
    const boundary = {
      PermissionsBoundary: { PermissionsBoundaryArn: 'arn:aws:iam::444455556666:policy/Limit' },
    };
    const message = await place(app, role({ Arn: READER, ...boundary }));
    expect(message).toContain('paste the output of `get-policy-version`');
    const output = JSON.stringify({
      PolicyVersion: { Document: JSON.parse(ALLOW) as unknown, VersionId: 'v1' },
    });
    expect(await place(app, output)).toMatch(/^Permissions boundary of role\/Reader replaced: 1 statement\./);
    expect(scenarioOf(app).identities.find(({ arn }) => arn === READER)?.permissionsBoundary).toMatchObject({
      name: 'Limit',
      document: { text: ALLOW },
    });
  });

  it('gives a policy to whom it names, in an account that is taken for granted aloud', async () => {
    const app = await startTestApp();
    const output = (RoleName: string) =>
      JSON.stringify({ RoleName, PolicyName: 'Inline', PolicyDocument: JSON.parse(ALLOW) as unknown });
    expect(await place(app, output('KeyAdmin'))).toMatch(
      /^IAM policy attached to role\/KeyAdmin: 1 statement\./,
    );
    expect(await place(app, output('Nobody'))).toMatch(/ so it is taken to be 444455556666\.$/);
    expect(scenarioOf(app).identities.at(-1)).toMatchObject({
      arn: 'arn:aws:iam::444455556666:role/Nobody',
      policies: [{ name: 'Inline' }],
    });
  });
});

describe('the output of Organizations commands', () => {
  const summary = (Name: string) => ({ Name, Id: Name, Type: 'SERVICE_CONTROL_POLICY' });

  it('names policies, which describe-policy fills by their names', async () => {
    const app = await startTestApp();
    const listed = JSON.stringify({ Policies: [summary('FullAWSAccess'), summary('Lock')] });
    expect(await place(app, listed)).toMatch(
      /^Organization policies `FullAWSAccess` and `Lock` attached to `444455556666`\. The output only names `Lock`: /,
    );
    expect(scenarioOf(app).organizationPolicies).toMatchObject([
      { name: 'FullAWSAccess', document: { text: expect.stringContaining('"Action": "*"') } },
      { name: 'Lock', document: { text: '' } },
    ]);
    const described = JSON.stringify({ Policy: { PolicySummary: summary('Lock'), Content: DENY } });
    expect(await place(app, described)).toBe(
      'Service control policy `Lock` attached to `444455556666`: 1 statement.',
    );
    expect(scenarioOf(app).organizationPolicies[1]).toMatchObject({ name: 'Lock', document: { text: DENY } });
    expect(await place(app, described)).toBe('These organization policies are here already.');
  });

  it('has nothing to add about the RCP that always applies', async () => {
    const app = await startTestApp();
    const output = { Policies: [{ ...summary('RCPFullAWSAccess'), Type: 'RESOURCE_CONTROL_POLICY' }] };
    expect(await place(app, JSON.stringify(output))).toMatch(/^`RCPFullAWSAccess` always applies/);
    expect(scenarioOf(app)).toBe(app.workspace.getState().scenario);
    expect(scenarioOf(app).organizationPolicies).toEqual([]);
  });
});

describe('with several keys', () => {
  it('texts go to the key that is shown, and grants to the key they name', async () => {
    const app = await startTestApp();
    const [first] = ordersKey.keys;
    if (first === undefined) throw new Error('The example has a key.');
    const arn = `${first.arn.slice(0, -1)}0`;
    const second = { arn, policy: { id: `key:${arn.split('/')[1] ?? ''}`, text: '' } };
    app.workspace.getState().open({ ...ordersKey, keys: [first, second] });
    app.workspace.getState().showKey(second.policy.id);
    const text = ALLOW_ALL.replace('"*"', `{ "AWS": "${READER}" }`);
    await place(app, text);
    expect(scenarioOf(app).keys.map(({ policy: { text: is } }) => is)).toEqual([first.policy.text, text]);
    expect(app.workspace.getState().shownKey).toBe(second.policy.id);
    await place(
      app,
      JSON.stringify({
        Grants: [{ KeyId: first.arn, GrantId: 'g', GranteePrincipal: READER, Operations: ['Decrypt'] }],
      }),
    );
    expect(scenarioOf(app).keys[0]?.grants?.text).toContain('"GrantId": "g"');
    expect(scenarioOf(app).keys[1]?.grants).toBeUndefined();
    expect(app.workspace.getState().shownKey).toBeNull();
  });
});
