import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ordersKey } from '../examples/ordersKey.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';
import { documentsOf, findDocument } from '#engine/scenario/mapDocuments.ts';
import { blankScenario } from './keyEdits.ts';
import { firstRequest } from './scenarioEdits.ts';
import { createWorkspace, remembering } from './workspace.ts';

const APP = 'arn:aws:iam::111122223333:role/OrdersApp';
const APP_POLICY = `identity/${APP}/OrdersAppAccess`;

/** A scenario with a text in every place that can hold one. */
const everywhere: Scenario = {
  accounts: [],
  organizationPolicies: [
    { type: 'SERVICE_CONTROL_POLICY', name: 'Scp', targets: [], document: { id: 'scp', text: '1' } },
  ],
  keys: [
    { arn: 'arn:a', policy: { id: 'key', text: '2', offset: 4 }, grants: { id: 'grants', text: '3' } },
    { arn: 'arn:b', policy: { id: 'key:b', text: '4' } },
  ],
  resources: [{ arn: 'arn:c', policy: { id: 'resource', text: '5' } }],
  identities: [
    {
      arn: 'arn:d',
      policies: [{ name: 'P', document: { id: 'identity/arn:d/P', text: '6' } }],
      permissionsBoundary: { name: 'B', document: { id: 'boundary/arn:d', text: '7' } },
    },
  ],
  vpcEndpoints: [{ id: 'vpce-1', policy: { id: 'vpce', text: '8' } }],
  requests: [{ principal: 'p', action: 'a', session: { policies: [{ id: 'session', text: '9' }] } }],
};

function texts(scenario: Scenario): Record<string, string> {
  return Object.fromEntries(documentsOf(scenario).map((document) => [document.id, document.text]));
}

describe('the workspace', () => {
  it('starts with the example and its first request', () => {
    const state = createWorkspace(ordersKey).getState();
    expect(state).toMatchObject({
      scenario: ordersKey,
      request: ordersKey.requests[0],
      isExample: true,
      previous: null,
    });
  });

  it.each(documentsOf(everywhere).map((document) => document.id))(
    'finds the text %s wherever it hangs',
    (id) => {
      const workspace = createWorkspace(everywhere);
      const before = texts(everywhere);
      workspace.getState().setText(id, '"new"');
      const { scenario, revision, isExample } = workspace.getState();
      expect(texts(scenario)).toEqual({ ...before, [id]: '"new"' });
      expect({ revision, isExample }).toEqual({ revision: 2, isExample: false });
    },
  );

  it('changes a session policy of the request being asked, too', () => {
    const workspace = createWorkspace(everywhere);
    workspace.getState().setText('session', '{}');
    expect(workspace.getState().request.session?.policies).toEqual([{ id: 'session', text: '{}' }]);
  });

  it('forgets where a typed text stood in a file, and keeps its last usable version', () => {
    const workspace = createWorkspace(everywhere);
    workspace.setState((state) => remembering(state, new Map([['key', '2']])));
    workspace.getState().setText('key', '{');
    expect(findDocument(workspace.getState().scenario, 'key')).toEqual({
      id: 'key',
      text: '{',
      fallback: '2',
    });
  });

  it('leaves everything as it is when nothing changes', () => {
    const workspace = createWorkspace(ordersKey);
    const before = workspace.getState();
    before.setText('key', findDocument(ordersKey, 'key')?.text ?? '');
    before.setText('no such text', 'x');
    before.setTitle('Orders key');
    before.addIdentity({ arn: APP });
    before.removeIdentity('arn:aws:iam::111122223333:role/Nobody');
    before.removeIdentityPolicy(APP, 'Nothing');
    before.undoOpen();
    expect(workspace.getState()).toEqual(before);
  });

  it('makes room for grants where there were none', () => {
    const workspace = createWorkspace(blankScenario());
    workspace.getState().setText('grants', '[]');
    expect(workspace.getState().scenario.keys[0]?.grants).toEqual({ id: 'grants', text: '[]' });
  });

  it('stays the example while only other questions are asked', () => {
    const workspace = createWorkspace(ordersKey);
    workspace.getState().setRequest({ principal: 'anonymous', action: 'kms:Encrypt' });
    expect(workspace.getState()).toMatchObject({ isExample: true, revision: 2 });
    workspace.getState().setTitle('Mine');
    expect(workspace.getState()).toMatchObject({ isExample: false, revision: 3 });
  });

  it('drops the title with an empty one', () => {
    const workspace = createWorkspace(ordersKey);
    workspace.getState().setTitle('');
    expect('title' in workspace.getState().scenario).toBe(false);
  });

  it('lets requests and resources follow a new key ARN', () => {
    const [key] = blankScenario().keys;
    const old = key?.arn ?? '';
    const workspace = createWorkspace({
      ...blankScenario(),
      resources: [{ arn: 'arn:aws:s3:::amzn-s3-demo-bucket/*', encryption: { kmsKey: old } }],
      requests: [
        { principal: 'p', action: 'a', resource: old },
        { principal: 'p', action: 'a', resource: 'alias/x' },
      ],
    });
    workspace.getState().updateKey({ arn: 'arn:new', aliases: ['alias/y'] });
    const { scenario } = workspace.getState();
    expect(scenario.keys[0]).toEqual({ ...key, arn: 'arn:new', aliases: ['alias/y'] });
    expect(scenario.resources[0]?.encryption?.kmsKey).toBe('arn:new');
    expect(scenario.requests.map((request) => request.resource)).toEqual(['arn:new', 'alias/x']);
  });

  it('adds an IAM policy that is a policy already, under a name that is free', () => {
    const workspace = createWorkspace(ordersKey);
    workspace.getState().addIdentityPolicy(APP, 'OrdersAppAccess');
    workspace.getState().addIdentityPolicy('arn:aws:iam::111122223333:user/New', 'First');
    const { identities } = workspace.getState().scenario;
    const added = identities[0]?.policies?.[1];
    expect(added?.name).toBe('OrdersAppAccess-2');
    expect(added?.document.id).toBe(`identity/${APP}/OrdersAppAccess-2`);
    expect(JSON.parse(added?.document.text ?? '')).toEqual({ Version: '2012-10-17', Statement: [] });
    expect(identities.at(-1)).toMatchObject({
      arn: 'arn:aws:iam::111122223333:user/New',
      policies: [{ name: 'First' }],
    });
  });

  it('takes IAM policies and identities away', () => {
    const workspace = createWorkspace(ordersKey);
    workspace.getState().removeIdentityPolicy(APP, 'OrdersAppAccess');
    expect(workspace.getState().scenario.identities[0]?.policies).toEqual([]);
    workspace.getState().removeIdentity(APP);
    expect(workspace.getState().scenario.identities.map((identity) => identity.arn)).not.toContain(APP);
  });

  it('gives the texts of a renamed identity the ids that belong to it', () => {
    const workspace = createWorkspace(ordersKey);
    const renamed = 'arn:aws:iam::111122223333:role/$&';
    workspace.getState().updateIdentity(APP, { arn: renamed, tags: { Team: 'orders' } });
    const identity = workspace.getState().scenario.identities[0];
    expect(identity).toMatchObject({ arn: renamed, tags: { Team: 'orders' } });
    expect(identity?.policies?.[0]?.document).toEqual({
      ...findDocument(ordersKey, APP_POLICY),
      id: `identity/${renamed}/OrdersAppAccess`,
    });
  });

  it('does not give an identity an ARN that another one has', () => {
    const workspace = createWorkspace(ordersKey);
    const other = ordersKey.identities[1]?.arn ?? '';
    workspace.getState().updateIdentity(APP, { arn: other });
    expect(workspace.getState().scenario.identities.map((identity) => identity.arn)).toEqual(
      ordersKey.identities.map((identity) => identity.arn),
    );
  });

  it('keeps replaced work one step back, and taking back can be taken back', () => {
    const workspace = createWorkspace(ordersKey);
    workspace.getState().setText('key', '{}');
    const mine = workspace.getState().scenario;
    workspace.getState().open(everywhere);
    expect(workspace.getState()).toMatchObject({ scenario: everywhere, request: everywhere.requests[0] });
    expect(workspace.getState().previous?.scenario).toBe(mine);
    workspace.getState().undoOpen();
    expect(workspace.getState()).toMatchObject({ scenario: mine, isExample: false });
    workspace.getState().undoOpen();
    expect(workspace.getState().scenario).toBe(everywhere);
    workspace.getState().openExample();
    expect(workspace.getState()).toMatchObject({ scenario: ordersKey, isExample: true });
    expect(workspace.getState().previous?.scenario).toBe(everywhere);
  });

  it('loses nothing, however often work was replaced and taken back', () => {
    const titled = (title: string) => ({ ...everywhere, title });
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 12 }), (steps) => {
        const workspace = createWorkspace(ordersKey);
        const titles = new Set(['Orders key']);
        for (const [index, opens] of steps.entries()) {
          if (!opens) workspace.getState().undoOpen();
          else if (titles.size < 7) {
            titles.add(String(index));
            workspace.getState().open(titled(String(index)));
          }
        }
        const seen = new Set<string | undefined>();
        for (let click = 0; click < titles.size; click += 1) {
          seen.add(workspace.getState().scenario.title);
          workspace.getState().undoOpen();
        }
        expect(seen).toEqual(titles);
      }),
    );
  });

  it('knows the untouched example again when it is taken back', () => {
    const workspace = createWorkspace(ordersKey);
    workspace.setState((state) => remembering(state, new Map([['key', 'usable']])));
    workspace.getState().open(everywhere);
    workspace.getState().undoOpen();
    expect(workspace.getState().isExample).toBe(true);
  });

  it('remembers usable texts without a new revision', () => {
    const workspace = createWorkspace(everywhere);
    workspace.setState((state) =>
      remembering(
        state,
        new Map([
          ['scp', '0'],
          ['gone', '1'],
        ]),
      ),
    );
    expect(workspace.getState()).toMatchObject({ revision: 1, isExample: true });
    expect(findDocument(workspace.getState().scenario, 'scp')?.fallback).toBe('0');
    const before = workspace.getState().scenario;
    workspace.setState((state) => remembering(state, new Map([['scp', '0']])));
    expect(workspace.getState().scenario).toBe(before);
  });

  it("asks about the root of the key's account where a scenario has no requests", () => {
    expect(firstRequest(blankScenario('444455556666'))).toEqual({
      principal: 'arn:aws:iam::444455556666:root',
      action: 'kms:Decrypt',
    });
    expect(firstRequest({ ...blankScenario(), keys: [] }).principal).toBe('arn:aws:iam::111122223333:root');
  });
});
