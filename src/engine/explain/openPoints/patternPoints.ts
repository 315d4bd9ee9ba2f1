import type { StatementTrace } from '#engine/authorize/statementTrace.ts';
import type { Check } from '#engine/authorize/check.ts';
import { contextFor } from '#engine/authorize/statementMatch.ts';
import { resolveTemplate } from '#engine/conditions/variables.ts';
import { splitArn } from '#engine/vocabulary/arn.ts';
import type { PolicyType } from '#engine/policy/policy.ts';
import { compileWildcard } from '#engine/vocabulary/wildcard.ts';
import type { Phrase } from '../phrase.ts';
import { code, statementName, strong } from '../words.ts';
import { type OpenPoint, type PointFacts, restHolds, statementsThatMatter } from './openPoint.ts';

/** Points about what an Action or Resource element covers. */
export function patternPoints(facts: PointFacts): readonly OpenPoint[] {
  const { check } = facts.traced;
  return statementsThatMatter(facts.traced).flatMap((statement) => [
    ...negatedElement(statement),
    ...withoutColon(statement, check),
    ...keyForNoResource(statement, check),
    ...principalForNoResource(statement, check),
    ...acrossColons(statement, check),
    ...incomplete(statement, check),
    ...serviceWildcard(statement),
    ...notResourceVariable(statement, check),
    ...starOfValue(statement, check),
  ]);
}

const name = ({ plan }: StatementTrace): Phrase[number] => strong(statementName(plan.statement));

/** NotAction and NotResource in a key policy (U-04). */
function negatedElement(statement: StatementTrace): readonly OpenPoint[] {
  const { action, resource, policy } = statement.plan;
  if (policy.type !== 'key') return [];
  const part =
    action?.element.negated === true && restHolds(statement, 'action')
      ? 'NotAction'
      : resource?.element.negated === true && restHolds(statement, 'resource')
        ? 'NotResource'
        : undefined;
  if (part === undefined) return [];
  const text: Phrase = [
    'AWS does not describe ',
    code(part),
    ' in key policies; in ',
    name(statement),
    ' it is taken to mean what it means elsewhere.',
  ];
  return [{ rule: 'U-04', text }];
}

/** A pattern such as `kms*`, which would match if a colon could be missing (IAM-051). */
function withoutColon(statement: StatementTrace, check: Check): readonly OpenPoint[] {
  const element = statement.plan.action?.element;
  if (element === undefined || statement.action.pattern !== undefined || !restHolds(statement, 'action'))
    return [];
  const pattern = element.patterns.find(
    ({ value }) =>
      value !== '*' &&
      !value.includes(':') &&
      compileWildcard(value, { ignoreCase: true }).test(check.action),
  );
  if (pattern === undefined) return [];
  const text: Phrase = [
    'AWS does not say whether an action pattern without a colon, such as ',
    code(pattern.value),
    ', can match; it is taken to match nothing.',
  ];
  return [{ rule: 'IAM-051', text }];
}

/** An endpoint policy that names a key beside actions that have no resource (U-20). */
function keyForNoResource(statement: StatementTrace, check: Check): readonly OpenPoint[] {
  const { resource, policy } = statement.plan;
  if (policy.type !== 'endpoint' || check.target.kind !== 'none' || resource === undefined) return [];
  if (statement.resource.outcome !== 'false' || !restHolds(statement, 'resource')) return [];
  const text: Phrase = [
    'A sample of the KMS guide allows such actions with the ARN of a key, against the rule that they need ',
    code('*'),
    '; ',
    name(statement),
    ' is taken not to cover ',
    code(check.action),
    '.',
  ];
  return [{ rule: 'U-20', text }];
}

/** ListRetirableGrants with the ARN of the retiring principal as resource (U-23). */
function principalForNoResource(statement: StatementTrace, check: Check): readonly OpenPoint[] {
  if (check.action !== 'kms:ListRetirableGrants' || statement.plan.policy.type === 'endpoint') return [];
  if (statement.resource.outcome !== 'false' || !restHolds(statement, 'resource')) return [];
  const text: Phrase = [
    'AWS does not say which resource ',
    code(check.action),
    ' needs; it is taken to need ',
    code('*'),
    ', or everything of the account, which ',
    name(statement),
    ' does not have.',
  ];
  return [{ rule: 'U-23', text }];
}

/** The pattern of an applying statement, unless the element is negated or the pattern takes in everything. */
function matched(statement: StatementTrace): string | undefined {
  const { resource } = statement.plan;
  const value = statement.resource.pattern?.value;
  const isPlain = resource?.element.negated === false && value !== undefined && /[^*]/.test(value);
  return isPlain && restHolds(statement) ? value : undefined;
}

/** An ARN with missing fields that matches because a star crosses from one field to the next (IAM-061). */
function acrossColons(statement: StatementTrace, check: Check): readonly OpenPoint[] {
  const pattern = matched(statement);
  if (pattern === undefined || missingFields(pattern) === 0 || completes(pattern, check.resource)) return [];
  if (completedTypes.has(statement.plan.policy.type)) return [];
  const text: Phrase = [
    "AWS's text on wildcards that reach across a colon is not of one piece; ",
    code(pattern),
    ' in ',
    name(statement),
    ' is taken to match.',
  ];
  return [{ rule: 'IAM-061', text }];
}

/** The policies in which AWS completes an ARN that has too few fields. */
const completedTypes: ReadonlySet<PolicyType> = new Set(['identity', 'boundary']);

function missingFields(pattern: string): number {
  return pattern.startsWith('arn:') ? Math.max(0, 6 - pattern.split(':').length) : 0;
}

/** Whether a pattern with missing fields would match if they were filled in with stars. */
function completes(pattern: string, resource: string): boolean {
  const missing = missingFields(pattern);
  return missing > 0 && compileWildcard(pattern + ':*'.repeat(missing)).test(resource);
}

/** An ARN with missing fields outside identity policies and boundaries (IAM-062). */
function incomplete(statement: StatementTrace, check: Check): readonly OpenPoint[] {
  const element = statement.plan.resource?.element;
  if (completedTypes.has(statement.plan.policy.type) || element === undefined || element.negated) return [];
  if (statement.resource.outcome !== 'false' || !restHolds(statement, 'resource')) return [];
  const pattern = element.patterns.find(({ value }) => completes(value, check.resource));
  if (pattern === undefined) return [];
  const text: Phrase = [
    'AWS completes an ARN with missing fields, such as ',
    code(pattern.value),
    ', in IAM policies and does not say what it does in other policies; in ',
    name(statement),
    ' it is taken as it stands.',
  ];
  return [{ rule: 'IAM-062', text }];
}

/** A wildcard in the service field (IAM-063). */
function serviceWildcard(statement: StatementTrace): readonly OpenPoint[] {
  const pattern = matched(statement);
  const service = pattern === undefined ? undefined : splitArn(pattern)?.service;
  if (pattern === undefined || service === undefined || !/[*?]/.test(service)) return [];
  const text: Phrase = [
    'AWS allows no wildcard in the service field of an ARN, and its own checks suggest that one matches; ',
    code(pattern),
    ' is taken to match.',
  ];
  return [{ rule: 'IAM-063', text }];
}

/** NotResource with a variable that has no value (IAM-067). */
function notResourceVariable(statement: StatementTrace, check: Check): readonly OpenPoint[] {
  const { resource, policy } = statement.plan;
  if (resource?.element.negated !== true || !restHolds(statement)) return [];
  const context = contextFor(policy.type, check);
  const unresolved = resource.patterns.find(
    ({ template }) => template !== undefined && resolveTemplate(template, context).state === 'unresolved',
  );
  if (unresolved === undefined) return [];
  const text: Phrase = [
    'AWS does not say what ',
    code('NotResource'),
    ' does where a variable has no value; ',
    code(unresolved.source.value),
    ' is taken to leave out nothing.',
  ];
  return [{ rule: 'IAM-067', text }];
}

/** A variable whose value has a wildcard character that would make the resource match, were it one (IAM-116). */
function starOfValue(statement: StatementTrace, check: Check): readonly OpenPoint[] {
  const { resource, policy } = statement.plan;
  if (resource === undefined || statement.resource.pattern !== undefined || !restHolds(statement, 'resource'))
    return [];
  const context = contextFor(policy.type, check);
  const pattern = resource.patterns.find(({ template }) => {
    if (template === undefined) return false;
    const resolved = resolveTemplate(template, context);
    return resolved.state === 'resolved' && compileWildcard(resolved.text).test(check.resource);
  });
  if (pattern === undefined) return [];
  const text: Phrase = [
    'AWS does not say whether the wildcard characters of a substituted value are wildcards; those that ',
    code(pattern.source.value),
    ' in ',
    name(statement),
    ' stands for are compared literally.',
  ];
  return [{ rule: 'IAM-116', text }];
}
