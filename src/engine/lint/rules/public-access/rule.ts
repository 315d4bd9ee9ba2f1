import { parseRange } from '#engine/conditions/address.ts';
import { quotedList } from '#engine/source/quote.ts';
import { splitArn } from '#engine/vocabulary/arn.ts';
import { needsKey } from '#engine/lint/clauses.ts';
import type { LintedDocument } from '#engine/lint/document.ts';
import { isForEveryone } from '#engine/lint/principals.ts';
import type { Report, Rule } from '#engine/lint/rule.ts';
import type { LintedClause, LintedStatement } from '#engine/lint/statement.ts';

/**
 * An Allow for everyone whose conditions do not say whose callers are meant (KMS-010). Silent wherever a Deny for everyone may
 * keep strangers out: that is for a proof to say.
 */
export const publicAccess: Rule = {
  name: 'public-access',
  codes: { PUBLIC_ACCESS: 'securityWarning' },
  types: ['key'],
  covers: ['PUBLIC_ACCESS'],
  document(document, report) {
    const { key } = document.facts;
    if (key === undefined || key.awsManaged || mayDenyStrangers(document)) return;
    for (const statement of document.statements) lookAt(statement, report);
  },
};

function lookAt(statement: LintedStatement, report: Report): void {
  const { effect, clauses, name } = statement;
  const entry = statement.entries.find(
    ({ plan }) => plan.kind === 'everyone' || plan.kind === 'everyIdentity',
  );
  if (effect !== 'Allow' || entry === undefined || !statement.actions.some((one) => one.crossAccount)) return;
  if (!clauses.every(isWeak) || clauses.length !== statement.plan.conditions.length) return;
  const keys = quotedList(
    clauses.map(({ clause }) => clause.key.value),
    'and',
  );
  const [conditions, say] = clauses.length === 1 ? ['condition', 'does'] : ['conditions', 'do'];
  const message =
    clauses.length === 0
      ? `${name} lets anyone in any AWS account use the key whose own IAM policies allow it.`
      : `${name} is open to every AWS account: the ${conditions} on ${keys} ${say} not say whose callers are meant.`;
  const help = 'Add a condition on `kms:CallerAccount` or `aws:PrincipalOrgID`.';
  report('PUBLIC_ACCESS', entry.entry.span, message, { help, fixes: boundFixes(statement) });
}

function mayDenyStrangers({ statements }: LintedDocument): boolean {
  return statements.some((one) => one.effect === 'Deny' && (one.notPrincipal || isForEveryone(one)));
}

/** Keys that strangers meet, or can bring about, as well as anyone. */
const anyone = new Set([
  'kms:viaservice',
  'kms:encryptioncontextkeys',
  'kms:encryptionalgorithm',
  'kms:signingalgorithm',
  'kms:grantisforawsresource',
  'kms:grantoperations',
  'kms:grantconstrainttype',
  'kms:keyspec',
  'kms:keyusage',
  'kms:keyorigin',
  'kms:multiregion',
  'aws:securetransport',
  'aws:requestedregion',
  'aws:multifactorauthpresent',
  'aws:multifactorauthage',
  'aws:principaltype',
  'aws:resourceaccount',
  'aws:resourceorgid',
  'aws:tokenissuetime',
]);
const owners = new Set([
  'kms:calleraccount',
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalarn',
]);

function isWeak(one: LintedClause): boolean {
  const { key, clause, operator } = one;
  if (anyone.has(key) || key.startsWith('kms:encryptioncontext:')) return true;
  const values = clause.values.map(({ value }) => value);
  if (key === 'aws:sourceip' && operator.base.name === 'IpAddress')
    return values.some((value) => /^(?:0\.0\.0\.0|::)\/0$/.test(value) && parseRange(value) !== undefined);
  return owners.has(key) && operator.qualifier === 'none' && isWeakOwner(one, values);
}

/** Whether a condition on whose the caller is leaves strangers in. */
function isWeakOwner(one: LintedClause, values: readonly string[]): boolean {
  const { key, operator } = one;
  if (operator.base.family === 'Null') return false;
  // Callers outside of every organization have no such key.
  if (key.startsWith('aws:principalorg') && operator.ifExists) return true;
  if (operator.base.negated) return operator.base.family === 'String' && !operator.base.wildcards;
  return needsKey(one) && operator.base.wildcards && values.some((value) => fitsAnyAccount(key, value));
}

function fitsAnyAccount(key: string, value: string): boolean {
  const isAnything = (text: string | undefined) => text !== undefined && /^[*]+$/.test(text);
  return isAnything(value) || (key === 'aws:principalarn' && isAnything(splitArn(value)?.account));
}

function boundFixes(statement: LintedStatement) {
  const { document, plan, clauses } = statement;
  const { account, organization } = document.facts.key ?? {};
  const bind = (key: string, value: string | undefined, whose: string) =>
    value === undefined || clauses.some((one) => one.key === key.toLowerCase())
      ? []
      : [
          {
            title: `Only for ${whose} \`${value}\``,
            edits: document.edits.addConditions(plan, [['StringEquals', key, value]]),
          },
        ];
  return [
    ...bind('kms:CallerAccount', account, 'callers of'),
    ...bind('aws:PrincipalOrgID', organization, 'callers of the organization'),
  ];
}
