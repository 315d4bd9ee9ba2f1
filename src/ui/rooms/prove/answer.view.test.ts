import { describe, expect, test } from 'vitest';
import { type Proof, prove, type Question } from '#engine/prove/prove.ts';
import type { ProofAnswer } from '#engine/prove/questions/answer.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';
import { phraseText } from '#kit/phrase.ts';
import type { QuestionId } from '#state/questions.ts';
import { answerView } from './answer.view.ts';
import { acceptedWords } from './compare.view.ts';
import { layersWords } from './questions.view.ts';
import { standing } from './standing.view.ts';
import { sureWords } from './sure.view.ts';
import { whoName, whoRows } from './who.view.ts';

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const delegation = allow('Delegation', { AWS: '111122223333' }, 'kms:*');

function allow(sid: string, principal: unknown, action: string, condition?: object) {
  return {
    Sid: sid,
    Effect: 'Allow',
    Principal: principal,
    Action: action,
    Resource: '*',
    ...(condition && { Condition: condition }),
  };
}

function scenarioOf(...statements: readonly object[]): Scenario {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  return {
    accounts: [],
    organizationPolicies: [],
    keys: [{ arn: KEY, policy: { id: 'key', text } }],
    resources: [],
    identities: [],
    vpcEndpoints: [],
    requests: [],
  };
}

function view(id: QuestionId, question: Question, scenario: Scenario) {
  return answerView(id, prove({ scenario, question }), scenario);
}

const isPublic: Question = { kind: 'outsiders', outside: { kind: 'public' } };
const outside: Question = { kind: 'outsiders', outside: { kind: 'account' } };
const root = { AWS: '444455556666' };

describe.each<[string, QuestionId, Question, Scenario, string, string, string]>([
  ['nobody outside', 'public', isPublic, scenarioOf(delegation), 'fine', 'No.', 'Proved'],
  [
    'a stranger',
    'public',
    isPublic,
    scenarioOf(allow('All', '*', 'kms:*')),
    'attention',
    'Yes.',
    '1 example',
  ],
  [
    'a partner',
    'outside-account',
    outside,
    scenarioOf(allow('P', root, 'kms:Decrypt')),
    'note',
    'Yes.',
    '1 example',
  ],
  ['no service', 'services', { kind: 'services' }, scenarioOf(delegation), 'fine', 'None.', 'Proved'],
  [
    'a confused deputy',
    'services',
    { kind: 'services' },
    scenarioOf(allow('Trail', { Service: 'cloudtrail.amazonaws.com' }, 'kms:GenerateDataKey*')),
    'attention',
    'Yes.',
    '2 examples',
  ],
  ['a policy nobody can change', 'lockout', { kind: 'lockout' }, scenarioOf(), 'attention', 'No.', 'Proved'],
  [
    'a policy somebody can change',
    'lockout',
    { kind: 'lockout' },
    scenarioOf(delegation),
    'fine',
    'Yes.',
    '1 example',
  ],
  ['a policy that is tidy', 'review', { kind: 'review' }, scenarioOf(delegation), 'fine', 'Yes.', 'Proved'],
  [
    'a statement twice',
    'review',
    { kind: 'review' },
    scenarioOf(delegation, allow('Again', { AWS: '111122223333' }, 'kms:Decrypt')),
    'note',
    'No.',
    'Proved',
  ],
  ['nothing to leave out', 'smallest', { kind: 'smallest' }, scenarioOf(delegation), 'fine', 'No.', 'Proved'],
  [
    'more access',
    'compare',
    { kind: 'compare', before: scenarioOf(delegation) },
    scenarioOf(delegation, allow('Partner', root, 'kms:Decrypt')),
    'attention',
    'More access.',
    '1 example',
  ],
  [
    'no difference',
    'compare',
    { kind: 'compare', before: scenarioOf(delegation) },
    scenarioOf(delegation, delegation),
    'fine',
    'Nothing.',
    'Proved',
  ],
])('%s', (_, id, question, scenario, sign, lead, certainty) => {
  const answer = view(id, question, scenario);

  test('has its sign, its word and its certainty', () => {
    expect([answer.sign, answer.lead, answer.certainty]).toEqual([sign, lead, certainty]);
  });

  test('is called proved exactly if it is', () => {
    expect(answer.certainty === 'Proved').toBe(answer.isProof);
    expect(sureWords(id, answer, layersWords(scenario)).startsWith('Proved')).toBe(answer.isProof);
  });
});

test('an example that takes IAM policies for granted says so', () => {
  const answer = view('lockout', { kind: 'lockout' }, scenarioOf(delegation));
  expect(phraseText(answer.sentence)).toContain('needs an IAM policy');
  const sure = scenarioOf(
    allow('Admin', { AWS: 'arn:aws:iam::111122223333:role/Admin' }, 'kms:PutKeyPolicy'),
  );
  expect(phraseText(view('lockout', { kind: 'lockout' }, sure).sentence)).not.toContain('IAM');
});

test('a no shows the statements it rests on, the first ones of many', () => {
  const ours = (at: number) =>
    allow(`Ours${at}`, '*', 'kms:Decrypt', { StringEquals: { 'aws:PrincipalOrgID': `o-example${at}` } });
  const few = view('public', isPublic, scenarioOf(delegation, ours(1)));
  expect([few.rests.map(({ ref }) => ref), few.furtherRests]).toEqual([['key#Ours1'], 0]);
  const many = Array.from({ length: 15 }, (_, at) => ours(at));
  const answer = view('public', isPublic, scenarioOf(delegation, ...many));
  expect([answer.rests.length, answer.furtherRests]).toEqual([12, 3]);
});

test('requests that AWS never sends make a no, and the facts are named', () => {
  const never = allow('Never', '*', 'kms:Decrypt', { StringEquals: { 'kms:KeySpec': 'RSA_2048' } });
  const answer = view('public', isPublic, scenarioOf(delegation, never));
  expect([answer.lead, answer.isProof]).toEqual(['No.', true]);
  expect(answer.findings).toEqual([]);
  expect(answer.neverSent.length).toBeGreaterThan(0);
  expect(answer.facts.length).toBeGreaterThan(0);
});

describe('an answer that stopped', () => {
  const open: ProofAnswer['open'] = [
    { sentence: ['The work was used up.'], why: 'work', statement: undefined },
  ];
  const answer: ProofAnswer = {
    verdict: 'undecided',
    withFacts: null,
    sentence: ['This is not decided.'],
    findings: [],
    open: [...open, ...open],
    rests: [],
    scope: [],
  };
  const proof: Proof = { kind: 'outsiders', answer };
  const scenario = scenarioOf(delegation);

  test('says where, once, and can be tried longer', () => {
    const stopped = answerView('public', proof, scenario);
    expect([stopped.lead, phraseText(stopped.sentence)]).toEqual([
      "Can't tell.",
      'Stopped at the work limit.',
    ]);
    expect(stopped.open).toHaveLength(1);
    expect(stopped.canTryLonger).toBe(true);
    expect(stopped.isProof).toBe(false);
  });

  test('is offered again unless it is being asked', () => {
    const asked = { question: isPublic, revision: 3 };
    const given = { asked, answer: { ...asked, proof }, effort: 1 };
    const at = (status: 'answered' | 'working' | 'looking' | 'stopped' | 'failed', revision = 3) =>
      standing('public', { ...given, status }, revision, scenario);
    expect(at('answered')).toMatchObject({ again: 'Try longer', going: null, isStale: false });
    expect(at('answered', 4)).toMatchObject({ isStale: true });
    expect(at('working')).toMatchObject({ again: null, going: 'Looking', canStop: false, isStale: true });
    expect(at('looking')).toMatchObject({ going: 'Still looking', canStop: true });
    expect(at('stopped')).toMatchObject({ answer: null, problem: 'You stopped it.', again: 'Try longer' });
    expect(at('failed').problem).toContain('Your text is safe');
    expect(standing('public', undefined, 1, scenario)).toMatchObject({ answer: null, going: 'Looking' });
  });
});

test('a question that cannot be asked says why', () => {
  const broken = { ...scenarioOf(), keys: [] };
  const answer = view('public', isPublic, broken);
  expect([answer.lead, phraseText(answer.sentence)]).toEqual([
    "Can't tell.",
    'The scenario has no such key.',
  ]);
});

describe('who can', () => {
  const app = 'arn:aws:iam::111122223333:role/App';
  const admin = 'arn:aws:iam::111122223333:role/Admin';
  const tenant = { StringEquals: { 'kms:EncryptionContext:tenant': 'a1' } };
  const scenario = scenarioOf(
    delegation,
    allow('Admin', { AWS: admin }, 'kms:Decrypt'),
    allow('App', { AWS: '444455556666' }, 'kms:Decrypt', tenant),
  );
  const proof = prove({ scenario, question: { kind: 'whoCan', action: 'kms:Decrypt' } });
  if (proof.kind !== 'whoCan') throw new Error('Another answer was expected.');
  const { able, never } = whoRows(proof.answer, scenario);

  test('tells direct access from access that IAM policies decide', () => {
    const answer = answerView('who-can', proof, scenario);
    expect(phraseText(answer.sentence)).toMatch(
      /^1 always, \d+ if IAM policies allow it and \d+ under conditions; /,
    );
    expect(whoName(able[0] ?? never[0] ?? fail())).toEqual({ name: 'role/Admin', detail: admin });
    expect(able.some(({ principal }) => principal === app)).toBe(false);
    expect(never.every(({ can }) => can === 'never')).toBe(true);
  });

  test('names those nobody names by kind and account', () => {
    const names = [...able, ...never].map((row) => Object.values(whoName(row)).join(' | '));
    expect(names).toContain('Any other role session | in account 111122223333');
    expect(names).toContain('Any other user | in accounts no document names');
    expect(names).toContain('root user of 111122223333 | arn:aws:iam::111122223333:root');
    expect(new Set(names).size).toBe(names.length);
  });
});

function fail(): never {
  throw new Error('There is no row.');
}

test('the accepted version is named with its day', () => {
  const version = {
    key: KEY,
    at: '2026-03-01T09:30:12.000Z',
    scenario: { ...scenarioOf(), title: 'Orders' },
  };
  expect(phraseText(acceptedWords(version))).toBe(
    'Compared with the version of Orders accepted on 2026-03-01 at 09:30 UTC.',
  );
  expect(phraseText(acceptedWords(null))).toBe('No version of this key is accepted yet.');
});
