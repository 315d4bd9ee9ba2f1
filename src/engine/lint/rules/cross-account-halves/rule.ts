import type { PolicyPlan } from '#engine/authorize/plan.ts';
import { shortPrincipal } from '#engine/explain/words.ts';
import type { Sourced } from '#engine/policy/policy.ts';
import { quoted, quotedList } from '#engine/source/quote.ts';
import { accountOf } from '#engine/vocabulary/arn.ts';
import { compileWildcard } from '#engine/vocabulary/wildcard.ts';
import type { IdentityInWorld, World } from '#engine/world/world.ts';
import type { LintedDocument } from '#engine/lint/document.ts';
import type { Fix } from '#engine/lint/finding.ts';
import { isForEveryone } from '#engine/lint/principals.ts';
import type { Report, Rule } from '#engine/lint/rule.ts';
import type { LintedEntry, LintedStatement } from '#engine/lint/statement.ts';

/** Access from another account that only one of the two sides allows (KMS-035); only where the scenario has both sides. */
export const crossAccountHalves: Rule = {
  name: 'cross-account-halves',
  codes: { CROSS_ACCOUNT_IAM_POLICY_MISSING: 'warning', CROSS_ACCOUNT_KEY_POLICY_MISSING: 'warning' },
  types: [],
  world({ world, documents }, report) {
    if (world.identities.size === 0) return;
    const byText = new Map(documents.map((document) => [document.text, document]));
    for (const document of documents) {
      const { key } = document.facts;
      // What AWS manages is for its own account, whatever both sides say (KMS-011).
      if (key?.account === undefined || key.awsManaged || document.policy.type !== 'key') continue;
      const side: KeySide = { world, document, arn: key.arn, account: key.account };
      for (const statement of document.statements) missingAtHome(side, statement, byText, report);
      for (const [arn, identity] of world.identities) missingAtKey(side, arn, identity, byText, report);
    }
  },
};

interface KeySide {
  readonly world: World;
  readonly document: LintedDocument;
  readonly arn: string;
  readonly account: string;
}
type Documents = ReadonlyMap<string, LintedDocument>;

/** The key policy names a user or role of another account whose own policies do not allow one of the actions. */
function missingAtHome(side: KeySide, statement: LintedStatement, byText: Documents, report: Report): void {
  if (statement.effect !== 'Allow') return;
  const actions = statement.actions
    .filter((one) => one.crossAccount && one.name !== 'kms:RetireGrant')
    .map(({ name }) => name);
  for (const entry of statement.entries) {
    const identity = foreignIdentity(side, entry);
    const own = identity && policiesOf(side.world, identity, byText);
    if (identity === undefined || own === undefined) continue;
    const lacking = actions.filter((action) => !own.some((one) => mayAllow(one, action, side.arn)));
    // Patterns that take in much are seldom meant to be allowed in full at home.
    if (lacking.length === 0 || (lacking.length < actions.length && lacking.length > MANY)) continue;
    const { arn } = identity.facts;
    const names = lacking.length > MANY ? 'any of its actions' : quotedList(lacking);
    const message = `${quoted(shortPrincipal(arn))} is of another account, and no IAM policy there allows ${names} on this key: both sides have to.`;
    report('CROSS_ACCOUNT_IAM_POLICY_MISSING', entry.entry.span, message, {
      help: 'Add the missing half to its IAM policies.',
      fixes: atHome(identity, lacking, side.arn, byText),
    });
  }
}

const MANY = 4;

function foreignIdentity(
  { world, account }: KeySide,
  { plan, entry }: LintedEntry,
): IdentityInWorld | undefined {
  if (plan.kind !== 'identity' || plan.identity.account === account) return undefined;
  const found = world.identities.get(entry.value);
  return found?.facts.policies === undefined ? undefined : found;
}

/** All policies of an identity and its groups; undefined where one cannot be read as it is. */
function policiesOf(
  world: World,
  { facts }: IdentityInWorld,
  byText: Documents,
): readonly LintedDocument[] | undefined {
  const groups = (facts.groups ?? []).flatMap((arn) => world.identities.get(arn)?.facts ?? []);
  if (groups.length < (facts.groups ?? []).length) return undefined;
  const texts = [facts, ...groups].flatMap(({ policies = [] }) =>
    policies.map(({ document }) => document.id),
  );
  const found = texts.map((id) => byText.get(id));
  return found.every((one) => one !== undefined) ? found : undefined;
}

/** Whether a policy has an Allow for the action that takes in the key, whatever its conditions. */
function mayAllow({ statements }: LintedDocument, action: string, key: string): boolean {
  return statements.some((one) => one.effect === 'Allow' && one.covers(action) && takesIn(one.plan, key));
}

function takesIn({ resource }: LintedStatement['plan'], key: string): boolean {
  if (resource === undefined) return true;
  const fits = resource.patterns.some(
    ({ matcher, template }) => template !== undefined || matcher?.test(key) === true,
  );
  return (
    fits !== resource.element.negated || resource.patterns.some(({ template }) => template !== undefined)
  );
}

function atHome(
  { facts: { arn, policies = [] } }: IdentityInWorld,
  actions: readonly string[],
  key: string,
  byText: Documents,
): readonly Fix[] {
  const statement = {
    Sid: 'UseKey',
    Effect: 'Allow',
    Action: actions.length === 1 ? (actions[0] ?? '') : actions,
    Resource: key,
  };
  const [first] = policies;
  const document = first && byText.get(first.document.id);
  const who = shortPrincipal(arn);
  if (first === undefined || document === undefined) {
    const text = `${JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, undefined, 2)}\n`;
    return [
      {
        title: `Add an IAM policy to \`${who}\``,
        edits: [{ kind: 'identityPolicy', arn, name: 'UseKey', text }],
      },
    ];
  }
  const { Sid: _, ...unnamed } = statement;
  const taken = document.policy.statements.some(({ sid }) => sid === 'UseKey');
  const edits = document.edits.addStatement(document.plan, taken ? unnamed : statement);
  return [{ title: `Add it to the IAM policy \`${first.name}\` of \`${who}\``, edits }];
}

/** An IAM policy of another account names this very key, and the key policy names neither the identity nor its account. */
function missingAtKey(
  { document, arn: key, account }: KeySide,
  arn: string,
  identity: IdentityInWorld,
  byText: Documents,
  report: Report,
): void {
  const own = accountOf(arn);
  if (own === undefined || own === account || arn.includes(':group/')) return;
  if (document.statements.some((one) => one.effect === 'Allow' && mayBe(one, arn, own))) return;
  const statements = (identity.facts.policies ?? []).flatMap(
    ({ document: { id } }) => byText.get(id)?.statements ?? [],
  );
  for (const statement of statements) {
    const named = namedIn(statement, key);
    if (named === undefined || statement.actions.length === 0) continue;
    const message = `The policy of the key ${quoted(key)} names neither ${quoted(shortPrincipal(arn))} nor account \`${own}\`: both sides have to allow.`;
    report('CROSS_ACCOUNT_KEY_POLICY_MISSING', named.span, message, {
      help: 'Add the missing half to the key policy.',
      fixes: atKey(document, document.plan, arn, statement),
    });
    return;
  }
}

/** Where an Allow names the key. */
function namedIn({ effect, plan: { resource } }: LintedStatement, key: string): Sourced | undefined {
  if (effect !== 'Allow' || resource?.element.negated !== false) return undefined;
  return resource.element.patterns.find(({ value }) => value === key || isThisKey(value, key));
}

/** A pattern that names the key but for its account or Region, not one for all keys. */
function isThisKey(pattern: string, key: string): boolean {
  const id = key.slice(key.lastIndexOf('/') + 1);
  return pattern.endsWith(`/${id}`) && compileWildcard(pattern).test(key);
}

function mayBe(statement: LintedStatement, arn: string, account: string): boolean {
  if (isForEveryone(statement) || statement.notPrincipal) return true;
  return statement.entries.some(({ entry, plan }) => {
    if (plan.kind === 'account') return plan.account === account;
    return (
      entry.value === arn ||
      plan.kind === 'uniqueId' ||
      (plan.kind === 'identity' && plan.identity.account === account)
    );
  });
}

function atKey(
  document: LintedDocument,
  plan: PolicyPlan,
  arn: string,
  statement: LintedStatement,
): readonly Fix[] {
  const actions = statement.actions.filter((one) => one.crossAccount).map(({ name }) => name);
  if (actions.length === 0 || actions.length > 12) return [];
  const added = {
    Effect: 'Allow',
    Principal: { AWS: arn },
    Action: actions.length === 1 ? (actions[0] ?? '') : actions,
    Resource: '*',
  };
  return [{ title: 'Add a statement to the key policy', edits: document.edits.addStatement(plan, added) }];
}
