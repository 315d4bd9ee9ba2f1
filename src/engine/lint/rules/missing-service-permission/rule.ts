import { quoted, quotedList } from '#engine/source/quote.ts';
import type { PlainValue } from '#engine/source/plainValue.ts';
import type { SourceSpan } from '#engine/source/span.ts';
import { isAccountId, splitArn } from '#engine/vocabulary/arn.ts';
import type { Edit } from '#engine/whatIf/edit.ts';
import type { ResourceInWorld } from '#engine/world/world.ts';
import { needsKey, saysForWhom } from '#engine/lint/clauses.ts';
import type { LintedDocument } from '#engine/lint/document.ts';
import type { Fix } from '#engine/lint/finding.ts';
import type { LintedWorld, Report, Rule } from '#engine/lint/rule.ts';
import type { LintedEntry, LintedStatement } from '#engine/lint/statement.ts';

/** What a service needs that puts messages into an encrypted topic or queue (KMS-200: SNS, SQS). */
const TO_PUBLISH = ['kms:GenerateDataKey', 'kms:Decrypt'] as const;

/** Where services put messages: who calls KMS as itself there, by the pages of SNS and SQS. */
const destinations = {
  sns: {
    action: 'sns:Publish',
    what: 'topic',
    publishers: ['cloudwatch', 'events', 's3', 'budgets', 'events.rds'],
  },
  sqs: { action: 'sqs:SendMessage', what: 'queue', publishers: ['sns', 's3', 'events'] },
} as const;
type Destination = (typeof destinations)[keyof typeof destinations];

/** Services that are named in key policies for nothing else than to publish. */
const publishers = new Set(['cloudwatch', 'events', 'sns', 'budgets', 'events.rds'].map(inFull));

/** A service that a key policy names without an action it needs, or that publishes to what the key encrypts and is not named at all. */
export const missingServicePermission: Rule = {
  name: 'missing-service-permission',
  codes: {
    SERVICE_PERMISSION_INCOMPLETE: 'warning',
    SERVICE_CANNOT_USE_KEY: 'warning',
    // AWS's page asks for it; trails have been seen to work where only the caller may do it.
    CLOUDTRAIL_CANNOT_DESCRIBE_KEY: 'suggestion',
  },
  types: ['key'],
  document(document, report) {
    for (const [name, { statement, entry }] of servicesOf(document)) {
      const missing = neededBy(name, document).filter((action) => !lets(document, name, action));
      if (missing.length === 0) continue;
      const message = `${quoted(name)} also needs ${quotedList(missing, 'and')}, and no statement allows it.`;
      const code = missing.includes('kms:DescribeKey')
        ? 'CLOUDTRAIL_CANNOT_DESCRIBE_KEY'
        : 'SERVICE_PERMISSION_INCOMPLETE';
      report(code, entry.entry.span, message, {
        help: 'Allow that as well.',
        fixes: [{ title: `Also allow ${quotedList(missing, 'and')}`, edits: also(statement, name, missing) }],
      });
    }
  },
  world(linted, report) {
    for (const resource of linted.world.resources) destinationOf(resource, linted, report);
  },
};

/** The services a key policy allows something, each with the first statement that does. */
function servicesOf(
  document: LintedDocument,
): ReadonlyMap<string, { readonly statement: LintedStatement; readonly entry: LintedEntry }> {
  const found = new Map<string, { statement: LintedStatement; entry: LintedEntry }>();
  for (const statement of document.statements)
    for (const entry of statement.effect === 'Allow' && statement.actions.length > 0 ? statement.entries : [])
      if (entry.plan.kind === 'service' && !found.has(entry.plan.name))
        found.set(entry.plan.name, { statement, entry });
  return found;
}

/** Describing a key has no encryption context, so a statement that asks for one cannot allow it. */
function also(
  { plan, document, entries }: LintedStatement,
  service: string,
  actions: readonly string[],
): readonly Edit[] {
  if (actions.includes('kms:DescribeKey'))
    return document.edits.addStatement(document.plan, {
      Effect: 'Allow',
      Principal: { Service: service },
      Action: 'kms:DescribeKey',
      Resource: '*',
    });
  if (entries.length > 1 || plan.action?.element.negated !== false) return [];
  return actions.flatMap((action) => document.edits.addToElement(plan, 'Action', action));
}

function neededBy(service: string, document: LintedDocument): readonly string[] {
  if (publishers.has(service)) return TO_PUBLISH;
  return service === 'cloudtrail.amazonaws.com' && isForTrails(document) ? ['kms:DescribeKey'] : [];
}

/** CloudTrail looks at the key of a trail; it does not at that of an event data store, whose calls have no trail. */
function isForTrails({ statements }: LintedDocument): boolean {
  return statements.some(
    (one) =>
      one.effect === 'Allow' &&
      one.covers('kms:GenerateDataKey') &&
      one.clauses.some(
        ({ key, operator }) =>
          key === 'kms:encryptioncontext:aws:cloudtrail:arn' && !operator.base.negated && !operator.ifExists,
      ),
  );
}

/** Whether some statement allows a service an action, whatever its conditions. `{"AWS": "*"}` is no service (U-17). */
function lets({ statements }: Pick<LintedDocument, 'statements'>, service: string, action: string): boolean {
  return statements.some(
    (one) =>
      one.effect === 'Allow' &&
      one.covers(action) &&
      (one.notPrincipal ||
        one.entries.some(
          ({ plan }) => plan.kind === 'everyone' || (plan.kind === 'service' && plan.name === service),
        )),
  );
}

/** The services that may send to an encrypted topic or queue, where its key does not let them. */
function destinationOf(resource: ResourceInWorld, linted: LintedWorld, report: Report): void {
  const { arn, encryption, policy } = resource.facts;
  const destination = destinationAt(arn);
  const key = encryption && keyNamed(encryption.kmsKey, linted);
  if (destination === undefined || key === undefined) return;
  const own = linted.documents.find(({ text }) => text === policy?.id);
  for (const { name, span } of sendersIn(own, destination)) {
    if (key.policy !== undefined && isLetIn(key.policy, name, destination)) continue;
    const { because, help } = key.awsManaged ? MANAGED : NOT_NAMED;
    const message = `${quoted(name)} may send to this ${destination.what}, but ${because}: messages are lost.`;
    const fixes = key.awsManaged || key.policy === undefined ? [] : letIn(key.policy, name, resource);
    report('SERVICE_CANNOT_USE_KEY', span, message, { help, fixes });
  }
}

const MANAGED = {
  because: 'its key is managed by AWS and is not for other services',
  help: 'Encrypt it under a customer managed key whose policy names the service.',
};
const NOT_NAMED = {
  because: `the policy of its key does not allow ${quotedList(TO_PUBLISH, 'and')}`,
  help: 'Name the service in the key policy.',
};

/** The services that the policy of a destination lets send to it, each where it stands. */
function sendersIn(
  policy: LintedDocument | undefined,
  destination: Destination,
): readonly { readonly name: string; readonly span: SourceSpan }[] {
  return (policy?.statements ?? [])
    .filter((one) => one.effect === 'Allow' && one.covers(destination.action))
    .flatMap(({ entries }) => entries)
    .flatMap(({ plan, entry: { span } }) =>
      plan.kind === 'service' && publishes(destination, plan.name) ? [{ name: plan.name, span }] : [],
    );
}

function destinationAt(arn: string): Destination | undefined {
  const service = splitArn(arn)?.service;
  return service === 'sns' || service === 'sqs' ? destinations[service] : undefined;
}

/**
 * A service that the key policy names without one of the actions is reported there. EventBridge sends nothing about its source when
 * it publishes to a topic: statements that ask for it let nobody in (KMS-206).
 */
function isLetIn(policy: LintedDocument, service: string, { action }: Destination): boolean {
  const isEventToTopic = service === inFull('events') && action === 'sns:Publish';
  if (!isEventToTopic && servicesOf(policy).has(service)) return true;
  const statements = isEventToTopic
    ? policy.statements.filter(
        (one) => !one.clauses.some((clause) => saysForWhom(clause.key) && needsKey(clause)),
      )
    : policy.statements;
  return TO_PUBLISH.every((each) => lets({ statements }, service, each));
}

interface NamedKey {
  readonly awsManaged: boolean;
  readonly policy: LintedDocument | undefined;
}

/**
 * A resource can name its key by ARN, id or alias.
 *
 * @returns undefined where nothing is known of it: it is not in the scenario, or its policy cannot be read as it is
 */
function keyNamed(name: string, { world, documents }: LintedWorld): NamedKey | undefined {
  if (/(?:^|:)alias\/aws\/s[nq]s$/.test(name)) return { awsManaged: true, policy: undefined };
  const key = world.keys.find(
    ({ arn, id, aliases }) =>
      arn === name || id === name || aliases.some((alias) => name === alias || name.endsWith(`:${alias}`)),
  );
  const policy = key && documents.find(({ text }) => text === key.facts.policy.id);
  return policy && { awsManaged: key.awsManaged, policy };
}

function publishes({ publishers: names }: Destination, service: string): boolean {
  return names.some((name) => inFull(name) === service);
}

function inFull(name: string): string {
  return `${name}.amazonaws.com`;
}

function letIn(
  { plan, edits }: LintedDocument,
  service: string,
  { facts: { arn, account } }: ResourceInWorld,
): readonly Fix[] {
  const bound = boundTo(service, arn, account);
  if (bound === undefined) return [];
  const statement: PlainValue = {
    Effect: 'Allow',
    Principal: { Service: service },
    Action: ['kms:GenerateDataKey*', 'kms:Decrypt'],
    Resource: '*',
    Condition: bound,
  };
  return [{ title: `Let \`${service}\` use the key`, edits: edits.addStatement(plan, statement) }];
}

/** EventBridge does not say for whom it publishes to a topic, but the topic is in the encryption context. */
function boundTo(service: string, arn: string, account: string | undefined): PlainValue | undefined {
  const parts = splitArn(arn);
  if (service === inFull('events') && parts?.service === 'sns')
    return { StringLike: { 'kms:EncryptionContext:aws:sns:topicArn': arn } };
  const owner = account ?? parts?.account ?? '';
  return isAccountId(owner) ? { StringEquals: { 'aws:SourceAccount': owner } } : undefined;
}
