import { afterEach, describe, expect, it } from 'vitest';
import type { Scenario } from '#engine/scenario/scenario.ts';
import { defaultKeyPolicy } from '../examples/defaultKeyPolicy.ts';
import { ordersKey } from '../examples/ordersKey.ts';
import { findDocument } from '#engine/scenario/mapDocuments.ts';
import { place, startTestApp, stopTestApps, until } from './testApp.ts';

afterEach(stopTestApps);

const READER = 'arn:aws:iam::444455556666:role/Reader';
const KEY_ID = '1234abcd-12ab-34cd-56ef-1234567890ab';

const KEY_POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Delegate",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::999988887777:root" },
      "Action": "kms:*",
      "Resource": "*"
    },
    {
      "Sid": "Use",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::999988887777:role/service/Billing" },
      "Action": "kms:Decrypt",
      "Resource": "*"
    }
  ]
}`;

const IAM_POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*" }
  ]
}`;

function keyPolicyOf(scenario: Scenario): string | undefined {
  return findDocument(scenario, 'key')?.text;
}

describe('placing a key policy', () => {
  it('replaces the policy, moves the key to its account, puts the example away, and asks about whom it names', async () => {
    const app = await startTestApp();
    const message = await place(app, KEY_POLICY);
    expect(message).toBe(
      "Key policy replaced: 2 statements. The key is taken to be in account 999988887777, which the policy names. The example's IAM policies and grants were put away with its policy. Grants allow on their own: paste the output of `list-grants` as well. Previous version is one click away.",
    );
    const { scenario, request, previous, isExample } = app.workspace.getState();
    expect(scenario).toMatchObject({ accounts: [], identities: [], requests: [] });
    expect(scenario.title).toBeUndefined();
    expect(scenario.keys).toEqual([
      {
        arn: `arn:aws:kms:us-east-1:999988887777:key/${KEY_ID}`,
        policy: { id: 'key', text: KEY_POLICY, fallback: KEY_POLICY },
      },
    ]);
    expect(request).toEqual({
      principal: 'arn:aws:sts::999988887777:assumed-role/Billing/session',
      action: 'kms:Decrypt',
    });
    expect(app.results.getState().study?.answer?.decision).toBe('allowed');
    expect(isExample).toBe(false);
    expect(keyPolicyOf(previous?.scenario ?? scenario)).toBe(keyPolicyOf(ordersKey));
    app.workspace.getState().undoOpen();
    expect(app.workspace.getState()).toMatchObject({ isExample: true, request: ordersKey.requests[0] });
  });

  it('moves the key to the partition of the ARNs in it', async () => {
    const app = await startTestApp();
    const chinese = KEY_POLICY.replaceAll('arn:aws:', 'arn:aws-cn:').replaceAll(
      '999988887777',
      '111122223333',
    );
    expect(await place(app, chinese)).toContain(
      'The key is taken to be in the partition `aws-cn`, which the policy names.',
    );
    const { scenario } = app.workspace.getState();
    expect(scenario.keys[0]?.arn).toBe(`arn:aws-cn:kms:cn-north-1:111122223333:key/${KEY_ID}`);
    expect(app.results.getState().study?.answer?.decision).toBe('allowed');
  });

  it("keeps what is the visitor's own, and a question the policy has to do with", async () => {
    const app = await startTestApp();
    app.workspace.getState().setText('grants', '[]');
    app.workspace.getState().addIdentity({ arn: 'arn:aws:iam::111122223333:user/Mine' });
    const named = KEY_POLICY.replaceAll('999988887777', '444455556666').replace('service/Billing', 'Reader');
    await place(app, named);
    const { scenario, request } = app.workspace.getState();
    expect(scenario.identities.map((identity) => identity.arn)).toEqual([
      'arn:aws:iam::111122223333:user/Mine',
    ]);
    expect(scenario.keys[0]?.grants?.text).toBe('[]');
    expect(request).toBe(ordersKey.requests[0]);
  });

  it("leaves everything else where the policy was not the example's", async () => {
    const app = await startTestApp();
    app.workspace.getState().setText('key', '{ "mine": true }');
    const message = await place(app, keyPolicyOf(defaultKeyPolicy) ?? '');
    expect(message).toBe('Key policy replaced: 1 statement. Previous version is one click away.');
    expect(app.workspace.getState().scenario.identities).toHaveLength(3);
    expect(keyPolicyOf(app.workspace.getState().previous?.scenario ?? ordersKey)).toBe('{ "mine": true }');
  });

  it('unwraps the output of get-key-policy', async () => {
    const app = await startTestApp();
    const message = await place(app, JSON.stringify({ Policy: KEY_POLICY, PolicyName: 'default' }));
    expect(message).toMatch(/^Key policy replaced: 2 statements\./);
    expect(message).toContain('taken out of the output of `get-key-policy`');
    expect(JSON.parse(keyPolicyOf(app.workspace.getState().scenario) ?? '')).toEqual(JSON.parse(KEY_POLICY));
  });

  it('asks about a service where a policy names nobody else', async () => {
    const app = await startTestApp();
    await place(
      app,
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"logs.us-east-1.amazonaws.com"},"Action":"kms:*","Resource":"*"}]}',
    );
    expect(app.workspace.getState().request).toEqual({
      principal: 'logs.us-east-1.amazonaws.com',
      action: 'kms:Decrypt',
    });
  });

  it('asks about the root user where a policy names only accounts', async () => {
    const app = await startTestApp();
    await place(app, (keyPolicyOf(defaultKeyPolicy) ?? '').replaceAll('111122223333', '999988887777'));
    expect(app.workspace.getState().request.principal).toBe('arn:aws:iam::999988887777:root');
  });

  it('asks about a role where the account of the present caller is nowhere named', async () => {
    const app = await startTestApp();
    app.workspace
      .getState()
      .setRequest({ principal: 'arn:aws:iam::111122223333:user/X', action: 'kms:Sign' });
    await place(
      app,
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:role/Y"},"Action":"kms:*","Resource":"*"}]}',
    );
    expect(app.workspace.getState().request).toEqual({
      principal: 'arn:aws:sts::111122223333:assumed-role/Y/session',
      action: 'kms:Decrypt',
    });
  });

  it('takes broken JSON too, says where it breaks, and lets nothing of the old work answer for it', async () => {
    const app = await startTestApp();
    const broken = KEY_POLICY.slice(0, -30);
    const message = await place(app, broken);
    expect(message).toMatch(
      /^Key policy replaced\. It cannot be used yet: .* Previous version is one click away\.$/,
    );
    expect(keyPolicyOf(app.workspace.getState().scenario)).toBe(broken);
    expect(app.results.getState().study?.documents[0]).toMatchObject({ usable: false, usedFallback: false });
  });

  it('does not give up what was replaced before when the same is placed again', async () => {
    const app = await startTestApp();
    await place(app, KEY_POLICY);
    const { revision } = app.workspace.getState();
    expect(await place(app, KEY_POLICY)).toBe('This key policy is here already.');
    expect(app.workspace.getState().revision).toBe(revision);
    expect(keyPolicyOf(app.workspace.getState().previous?.scenario ?? ordersKey)).toBe(
      keyPolicyOf(ordersKey),
    );
  });

  it('does not overrule someone who asks something else in the meantime', async () => {
    const app = await startTestApp();
    await app.placement.getState().place(KEY_POLICY);
    const mine = { principal: 'arn:aws:iam::555566667777:user/Someone', action: 'kms:Sign' };
    app.workspace.getState().setRequest(mine);
    await until(() => app.results.getState().studied === app.workspace.getState().revision);
    expect(app.workspace.getState().request).toBe(mine);
  });
});

describe('placing an IAM policy', () => {
  it('attaches it to the identity behind the caller', async () => {
    const app = await startTestApp();
    expect(await place(app, IAM_POLICY, 'more access (2).json')).toBe(
      'IAM policy attached to role/Reader: 1 statement.',
    );
    const { scenario, previous } = app.workspace.getState();
    const reader = scenario.identities.find((identity) => identity.arn === READER);
    expect(reader?.policies?.map((policy) => policy.name)).toEqual(['ReaderAccess', 'more-access-2']);
    expect(previous?.scenario.identities).toEqual(
      ordersKey.identities.map((identity) => expect.objectContaining({ arn: identity.arn })),
    );
    expect(app.preferences.getState()).toMatchObject({
      writeTab: 'identities',
      openDocuments: { identities: `identity/${READER}/more-access-2` },
    });
  });

  it("makes a new identity for a caller that is none of the scenario's", async () => {
    const app = await startTestApp();
    const user = 'arn:aws:iam::111122223333:user/team/Auditor';
    app.workspace.getState().setRequest({ principal: user, action: 'kms:Decrypt' });
    expect(await place(app, IAM_POLICY)).toBe(
      'IAM policy attached to user/Auditor, which is new here: 1 statement.',
    );
    const { scenario } = app.workspace.getState();
    expect(scenario.identities.at(-1)).toMatchObject({ arn: user, policies: [{ name: 'PastedPolicy' }] });
    expect(await place(app, IAM_POLICY)).toBe('IAM policy attached to user/Auditor: 1 statement.');
    expect(app.workspace.getState().scenario.identities.at(-1)?.policies).toHaveLength(2);
  });

  it.each(['logs.us-east-1.amazonaws.com', 'arn:aws:iam::111122223333:root', 'anonymous', 'nonsense'])(
    'says that %s can have none, and keeps the text',
    async (principal) => {
      const app = await startTestApp();
      app.workspace.getState().setRequest({ principal, action: 'kms:Decrypt' });
      const before = app.workspace.getState().scenario;
      await app.placement.getState().place(IAM_POLICY);
      expect(app.placement.getState()).toMatchObject({ tone: 'problem', unplaced: IAM_POLICY });
      expect(app.placement.getState().message).toContain(`\`${principal}\` is neither`);
      expect(app.workspace.getState().scenario).toBe(before);
    },
  );
});

describe('placing anything', () => {
  it('keeps the text when the engine cannot look at it', async () => {
    const app = await startTestApp({
      recognize: () => {
        throw new TypeError('tree is undefined');
      },
    });
    await app.placement.getState().place(KEY_POLICY);
    expect(app.placement.getState()).toMatchObject({
      tone: 'problem',
      unplaced: KEY_POLICY,
      message: 'The engine could not look at this text. It is kept: try again in a moment.',
    });
  });

  it('places several texts in the order they came', async () => {
    const app = await startTestApp();
    const texts = [KEY_POLICY, IAM_POLICY, '{"Tags":[]}'];
    await Promise.all(texts.map((text) => app.placement.getState().place(text)));
    const { scenario } = app.workspace.getState();
    expect(keyPolicyOf(scenario)).toBe(KEY_POLICY);
    expect(scenario.identities.map((identity) => identity.arn)).toEqual([READER]);
    expect(scenario.keys[0]?.tags).toEqual({});
  });
});
