import { afterEach, describe, expect, it } from 'vitest';
import { printScenario } from '#engine/scenario/printScenario.ts';
import { cloudTrail } from '../examples/cloudTrail.ts';
import { defaultKeyPolicy } from '../examples/defaultKeyPolicy.ts';
import { ordersKey } from '../examples/ordersKey.ts';
import { findDocument } from '#engine/scenario/mapDocuments.ts';
import { place, startTestApp, stopTestApps } from './testApp.ts';

afterEach(stopTestApps);

const READER = 'arn:aws:iam::444455556666:role/Reader';
const KEY_ID = '1234abcd-12ab-34cd-56ef-1234567890ab';

describe('placing other things', () => {
  it('opens a scenario', async () => {
    const app = await startTestApp();
    expect(await place(app, printScenario(cloudTrail))).toBe(
      'Opened “CloudTrail logs”. Previous work is one click away.',
    );
    expect(app.workspace.getState().request.name).toBe(cloudTrail.requests[0]?.name);
    expect(app.workspace.getState().previous?.scenario.title).toBe('Orders key');
  });

  it('opens the first of several scenarios and says so', async () => {
    const app = await startTestApp();
    expect(await place(app, printScenario([defaultKeyPolicy, cloudTrail, ordersKey]))).toBe(
      'Opened “Default key policy”, the first of 3 scenarios. Previous work is one click away.',
    );
  });

  it('asks something useful of a scenario without requests', async () => {
    const app = await startTestApp();
    await place(app, printScenario({ ...cloudTrail, requests: [], identities: [], accounts: [] }));
    expect(app.workspace.getState().request.action).toBe('kms:Decrypt');
    expect(app.results.getState().study?.requestProblems).toEqual([]);
  });

  it('takes grants, and says whether it replaced some', async () => {
    const app = await startTestApp();
    const two = JSON.stringify({
      Grants: [1, 2].map((GrantId) => ({
        GrantId: `g${GrantId}`,
        GranteePrincipal: READER,
        Operations: ['Decrypt'],
      })),
    });
    expect(await place(app, two)).toBe('Grants replaced: 2 grants. Previous version is one click away.');
    expect(app.workspace.getState().previous?.scenario.keys[0]?.grants?.text).toContain('nightly-export');
    expect(app.preferences.getState().writeTab).toBe('grants');
    app.workspace.getState().open(defaultKeyPolicy);
    expect(await place(app, two)).toBe('Grants added: 2 grants.');
  });

  it('takes broken grants too', async () => {
    const app = await startTestApp();
    const broken = `[ { "GranteePrincipal": "${READER}", "Operations": [ "Decrypt" `;
    expect(await place(app, broken)).toBe('Grants replaced. Previous version is one click away.');
    expect(findDocument(app.workspace.getState().scenario, 'grants')?.text).toBe(broken);
  });

  it('takes the facts of describe-key, and its ARN', async () => {
    const app = await startTestApp();
    const arn = 'arn:aws:kms:eu-west-1:111122223333:key/0987dcba-09fe-87dc-65ba-ab0987654321';
    const old = ordersKey.keys[0]?.arn ?? '';
    app.workspace.getState().setRequest({ principal: READER, action: 'kms:Decrypt', resource: old });
    const output = {
      KeyMetadata: { Arn: arn, KeyId: '0987', KeyState: 'Disabled', Description: 'verbatim' },
    };
    expect(await place(app, JSON.stringify(output))).toBe(
      'Key facts taken over. Previous version is one click away.',
    );
    const { scenario, request } = app.workspace.getState();
    expect(scenario.keys[0]).toMatchObject({
      arn,
      metadata: { KeyState: 'Disabled', Description: 'verbatim' },
    });
    expect(request.resource).toBe(arn);
    expect(app.preferences.getState().writeTab).toBe('key');
    expect(await place(app, JSON.stringify(output))).toBe('Key facts taken over: nothing is different.');
  });

  it('takes the aliases of this key out of all aliases', async () => {
    const app = await startTestApp();
    const alias = (AliasName: string, TargetKeyId?: string) => ({
      AliasName,
      ...(TargetKeyId && { TargetKeyId }),
    });
    const Aliases = [
      alias('alias/aws/s3'),
      alias('alias/other', 'other'),
      alias('alias/a', KEY_ID),
      alias('alias/b', KEY_ID),
    ];
    expect(await place(app, JSON.stringify({ Aliases }))).toMatch(/^Aliases alias\/a, alias\/b taken over\./);
    expect(app.workspace.getState().scenario.keys[0]?.aliases).toEqual(['alias/a', 'alias/b']);
  });

  it('takes aliases that all belong to one key, and refuses those of several other keys', async () => {
    const app = await startTestApp();
    const entries = [
      { AliasName: 'alias/x', TargetKeyId: 'x' },
      { AliasName: 'alias/aws/s3', TargetKeyId: 's' },
    ];
    await place(app, JSON.stringify({ Aliases: entries }));
    expect(app.workspace.getState().scenario.keys[0]?.aliases).toEqual(['alias/x']);
    const several = JSON.stringify({ Aliases: [...entries, { AliasName: 'alias/y', TargetKeyId: 'y' }] });
    expect(await place(app, several)).toContain('None of these 3 aliases belongs to the key');
    expect(app.placement.getState()).toMatchObject({ tone: 'problem', unplaced: several });
  });

  it('takes tags', async () => {
    const app = await startTestApp();
    app.workspace.getState().updateKey({ tags: undefined });
    expect(await place(app, '{"Tags":[{"TagKey":"Project","TagValue":"Alpha"}]}')).toBe('1 tag taken over.');
    expect(app.workspace.getState().scenario.keys[0]?.tags).toEqual({ Project: 'Alpha' });
  });

  it.each(['', 'hello', '{"hello": 1}', '{"keyway": 1, "keys": 7}', '[]', '\uD800'])(
    'says what is accepted when given %j, and keeps the text and the work',
    async (text) => {
      const app = await startTestApp();
      const before = app.workspace.getState();
      await app.placement.getState().place(text);
      expect(app.placement.getState()).toMatchObject({ tone: 'problem', unplaced: text });
      expect(app.placement.getState().message).not.toBe('');
      expect(app.workspace.getState()).toBe(before);
      app.placement.getState().dismiss();
      expect(app.placement.getState()).toMatchObject({ message: null, unplaced: text });
    },
  );
});
