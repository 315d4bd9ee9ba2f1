import { evidenceNames } from './evidence.view.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';
import type {
  AccessPrincipal,
  AccessTable,
  CellEvidence,
  CellValue,
  GroupCell,
} from '#engine/access/table.ts';

export const testGroups = [
  { name: 'Use', actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:ReEncryptFrom'] },
  { name: 'Read about', actions: ['kms:DescribeKey', 'kms:GetKeyPolicy'] },
  { name: 'Destroy', actions: ['kms:ScheduleKeyDeletion'] },
] as const;

export const owner = '111122223333';
export const partner = '444455556666';

/** Evidence of the key policy at an offset of its own, ten characters long. */
export function statement(label: string, effect: 'Allow' | 'Deny', from: number): CellEvidence {
  return { ref: `key#${label}`, effect, span: { text: 'key', from, to: from + 10 } };
}

export const enable = statement('EnableIamPolicies', 'Allow', 100);
export const appUse = statement('AppUse', 'Allow', 200);
export const partnerRead = statement('PartnerRead', 'Allow', 300);
export const denyOutside = statement('DenyOutsideOrg', 'Deny', 400);

/** A cell in which the first `count` actions have the value and the rest nothing. */
export function testCell(
  group: (typeof testGroups)[number],
  value: CellValue,
  count: number = group.actions.length,
  evidence: readonly CellEvidence[] = [],
): GroupCell {
  const actions = group.actions.map((action, index) => {
    const own = index < count ? value : 'none';
    return {
      action,
      value: own,
      because: own === 'none' ? ['Nothing allows it.'] : [{ strong: 'A statement' }, ` decides ${own}.`],
      evidence: own === 'none' ? [] : evidence,
    };
  });
  const counted = (wanted: CellValue) => actions.filter((action) => action.value === wanted).length;
  return {
    group: group.name,
    value,
    counts: {
      allowed: counted('allowed'),
      depends: counted('depends'),
      denied: counted('denied'),
      none: counted('none'),
    },
    evidence,
    actions,
  };
}

export function testPrincipal(
  some: Partial<AccessPrincipal> & Pick<AccessPrincipal, 'id' | 'kind' | 'label'>,
): AccessPrincipal {
  return {
    detail: '',
    account: null,
    ask: null,
    spans: [],
    cells: testGroups.map((group) => testCell(group, 'none')),
    ...some,
  };
}

const [use, read, destroy] = testGroups;

export const ownerAccount = testPrincipal({
  id: `account:${owner}`,
  kind: 'account',
  label: `Account ${owner}`,
  detail: 'any other principal',
  account: owner,
  spans: [{ text: 'key', from: 102, to: 104 }],
  cells: testGroups.map((group) => testCell(group, 'depends', group.actions.length, [enable])),
});

export const app = testPrincipal({
  id: `arn:aws:iam::${owner}:role/App`,
  kind: 'role',
  label: 'role/App',
  detail: owner,
  account: owner,
  ask: `arn:aws:sts::${owner}:assumed-role/App/session`,
  spans: [{ text: 'key', from: 202, to: 204 }],
  cells: [
    testCell(use, 'allowed', 2, [appUse]),
    testCell(read, 'depends', 1, [enable]),
    testCell(destroy, 'none'),
  ],
});

export const partnerAccount = testPrincipal({
  id: `account:${partner}`,
  kind: 'account',
  label: `Account ${partner}`,
  detail: 'partner',
  account: partner,
  cells: [
    testCell(use, 'denied', 1, [partnerRead, denyOutside]),
    testCell(read, 'none'),
    testCell(destroy, 'none'),
  ],
});

export const logs = testPrincipal({
  id: 'logs.us-east-1.amazonaws.com',
  kind: 'service',
  label: 'logs.us-east-1.amazonaws.com',
  detail: 'AWS service',
  ask: 'logs.us-east-1.amazonaws.com',
});

export const anyone = testPrincipal({
  id: 'anyone',
  kind: 'anyone',
  label: 'Anyone else',
  detail: 'every other AWS principal',
  cells: testGroups.map((group) => testCell(group, 'denied', group.actions.length, [denyOutside])),
});

export function testTable(principals: readonly AccessPrincipal[]): AccessTable {
  return { groups: testGroups, principals, summary: `${principals.length} principals.` };
}

/** Account, role, partner and the rest of the world: not in the order the graph draws them. */
export const smallTable = testTable([anyone, app, ownerAccount, logs, partnerAccount]);

/** Many roles spread over some accounts, in a mixed order. */
export function manyRoles(count: number, accounts: number): readonly AccessPrincipal[] {
  return Array.from({ length: count }, (_, index) => {
    const account = String(111_122_220_000 + (index % accounts));
    return testPrincipal({
      id: `arn:aws:iam::${account}:role/R${index}`,
      kind: 'role',
      label: `role/R${index}`,
      detail: account,
      account,
      cells: testGroups.map((group) =>
        index % 5 === 0 ? testCell(group, 'allowed', 1, [appUse]) : testCell(group, 'none'),
      ),
    });
  });
}

export const emptyScenario: Scenario = {
  accounts: [],
  organizationPolicies: [],
  keys: [],
  resources: [],
  identities: [],
  vpcEndpoints: [],
  requests: [],
};

/** Statements by the label in their ref, without lines. */
export const plainNames = evidenceNames([], emptyScenario);
