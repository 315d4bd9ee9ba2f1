import { describe, expect, it } from 'vitest';
import type { Scenario } from '#engine/scenario/scenario.ts';
import {
  aboutShownKey,
  askedWords,
  asking,
  callerIn,
  groupOfOperation,
  questionAbout,
  questionStanding,
  representativeAction,
  representativeWords,
} from './ask.view.ts';
import { accessGraph } from './graph.view.ts';
import { foldId } from './principals.view.ts';
import {
  anyone,
  app,
  logs,
  manyRoles,
  owner,
  ownerAccount,
  partnerAccount,
  plainNames,
  smallTable,
  testCell,
  testGroups,
  testTable,
} from './testTable.ts';

const [use] = testGroups;
const operations = ['kms:Decrypt', 'kms:Encrypt', 'kms:ReEncrypt', 'kms:DescribeKey'].map((name) => ({
  name,
  meaning: '',
  group: null,
}));
const session = `arn:aws:sts::${owner}:assumed-role/App/session`;
const request = {
  principal: 'arn:aws:iam::444455556666:role/Reader',
  action: 'kms:GetKeyPolicy',
  viaService: 's3',
};

describe('questionAbout', () => {
  it('asks as the principal, about the action', () => {
    expect(questionAbout(app, 'kms:Decrypt', operations)).toEqual({
      principal: session,
      action: 'kms:Decrypt',
      because: null,
    });
  });

  it('asks the call that needs a permission', () => {
    expect(questionAbout(app, 'kms:ReEncryptFrom', operations).action).toBe('kms:ReEncrypt');
  });

  it('says why there is no question', () => {
    expect(questionAbout(anyone, 'kms:Decrypt', operations)).toMatchObject({
      principal: null,
      because: 'Anyone else is not one principal, so there is no request to ask. Name a principal in Ask.',
    });
    expect(questionAbout(ownerAccount, 'kms:Decrypt', operations).because).toContain('its other principals');
    expect(questionAbout(app, 'kms:ScheduleKeyDeletion', operations).because).toContain(
      'No request is made for `kms:ScheduleKeyDeletion`',
    );
  });

  it('trusts the table while no operations are known', () => {
    expect(questionAbout(app, 'kms:ScheduleKeyDeletion', []).action).toBe('kms:ScheduleKeyDeletion');
  });
});

describe('questionStanding', () => {
  const graph = accessGraph(smallTable, new Set(), plainNames);
  const standing = (principal: string | null, group: string | null) =>
    questionStanding(graph, { principal, group }, request, operations);

  it('asks for a principal with the request’s own action', () => {
    expect(standing(app.id, null)).toMatchObject({ principal: session, action: 'kms:GetKeyPolicy' });
  });

  it('asks a group’s first action for the request’s own principal', () => {
    expect(standing(null, 'Use')).toMatchObject({ principal: request.principal, action: 'kms:Decrypt' });
  });

  it('asks the action that stands for a pair', () => {
    expect(standing(app.id, 'Read about')).toMatchObject({ principal: session, action: 'kms:DescribeKey' });
  });

  it('asks nothing for a fold', () => {
    const folded = accessGraph(testTable(manyRoles(41, 1)), new Set(), plainNames);
    const at = { principal: foldId('111122220000'), group: 'Use' };
    expect(questionStanding(folded, at, request, operations).because).toBe(
      'Account 111122220000 stands for 41 principals. Open it and choose one.',
    );
  });
});

describe('the action that stands for a cell', () => {
  it('is the first that has the cell’s value', () => {
    const cell = testCell(use, 'denied', 2);
    const [first, ...rest] = cell.actions;
    const other = { ...cell, actions: first === undefined ? rest : [...rest.toReversed(), first] };
    expect(representativeAction(cell)).toBe('kms:Decrypt');
    expect(representativeAction(other)).toBe('kms:Encrypt');
    expect(representativeWords(other, 'kms:Encrypt')).toBe('Asks about kms:Encrypt, the first of 2 like it.');
    expect(representativeWords(testCell(use, 'denied', 1), 'kms:Decrypt')).toBe('Asks about kms:Decrypt.');
  });
});

describe('asking', () => {
  it('changes principal and action and nothing else', () => {
    const question = questionAbout(app, 'kms:Decrypt', operations);
    expect(asking(request, question)).toEqual({ ...request, principal: session, action: 'kms:Decrypt' });
    expect(askedWords(question)).toBe(`Asked: can ${session} do kms:Decrypt?`);
  });

  it('changes nothing without a question', () => {
    expect(asking(request, questionAbout(anyone, 'kms:Decrypt', operations))).toBe(request);
  });
});

describe('callerIn', () => {
  it.each([
    [`arn:aws:sts::${owner}:assumed-role/App/i-0abc`, app.id],
    [`arn:aws:iam::${owner}:role/App`, app.id],
    [`arn:aws:sts::${owner}:assumed-role/Apple/i-0abc`, ownerAccount.id],
    [`arn:aws:iam::${owner}:user/Somebody`, ownerAccount.id],
    ['arn:aws:iam::444455556666:role/Reader', partnerAccount.id],
    ['arn:aws:iam::777788889999:role/Stranger', anyone.id],
    ['logs.us-east-1.amazonaws.com', logs.id],
    ['anonymous', anyone.id],
  ])('%s', (principal, id) => {
    expect(callerIn(smallTable, principal)?.id).toBe(id);
  });

  it('is nobody in an empty table', () => {
    expect(callerIn(testTable([]), 'anonymous')).toBeNull();
  });
});

it('finds the group of an operation, also of one that needs two permissions', () => {
  expect(groupOfOperation(smallTable, 'kms:describekey')).toBe('Read about');
  expect(groupOfOperation(smallTable, 'kms:ReEncrypt')).toBe('Use');
  expect(groupOfOperation(smallTable, 's3:GetObject')).toBeNull();
});

describe('a question about the key that is shown', () => {
  const keys = ['a', 'b'].map((arn) => ({ arn, policy: { id: `key:${arn}`, text: '' } }));
  const scenario: Scenario = {
    accounts: [],
    organizationPolicies: [],
    keys,
    resources: [],
    identities: [],
    vpcEndpoints: [],
    requests: [],
  };
  const asked = { principal: 'p', action: 'kms:Decrypt' };

  it.each([
    ['names a further key', 'key:b', {}, { resource: 'b' }],
    ['names no first key', null, { resource: 'b' }, {}],
    ['leaves what else the request is about', null, { resource: 'alias/x' }, { resource: 'alias/x' }],
  ])('%s', (_, shownKey, before, after) => {
    expect(aboutShownKey({ ...asked, ...before }, { scenario, shownKey })).toEqual({ ...asked, ...after });
  });
});
