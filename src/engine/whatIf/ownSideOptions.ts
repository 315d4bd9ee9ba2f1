import { identityArnOf } from '../request/identityArnOf.ts';
import type { PolicyTrace } from '../authorize/trace.ts';
import type { StatementTrace } from '../authorize/statementTrace.ts';
import type { Phrase } from '../explain/phrase.ts';
import type { PolicyType } from '../policy/policy.ts';
import { code, inPolicy, named, shortCaller } from '../explain/words.ts';
import { type Option, type OptionFacts, option } from './option.ts';
import { printed } from './splices.ts';

/** Ways to have the caller's IAM policies allow the request. */
export function identityOptions(facts: OptionFacts): readonly Option[] {
  const { traced } = facts;
  return [...existing(traced.identity, facts), ...newStatement(traced.identity, facts), ...newPolicy(facts)];
}

/** Ways to have a layer that only limits, and names no principals unless it must, allow the request too. */
export function limitOptions(policies: readonly PolicyTrace[], facts: OptionFacts): readonly Option[] {
  return [...existing(policies, facts), ...newStatement(policies, facts)].map((one) => ({
    ...one,
    kind: 'limitStatement',
  }));
}

function existing(policies: readonly PolicyTrace[], facts: OptionFacts): readonly Option[] {
  return policies
    .flatMap(({ statements }) => statements)
    .filter(({ plan }) => plan.effect === 'Allow')
    .flatMap((statement) => [...withAction(statement, facts), ...withResource(statement, facts)]);
}

function othersHold({ principal, conditions }: StatementTrace): boolean {
  return principal?.matched !== false && conditions.every(({ truth }) => truth === 'true');
}

function withAction(statement: StatementTrace, { documents, traced }: OptionFacts): readonly Option[] {
  const { plan, action, resource } = statement;
  const fits = !action.matched && resource.outcome === 'true' && plan.action?.element.negated === false;
  if (!fits || !othersHold(statement)) return [];
  return option({
    kind: 'action',
    edits: documents.addToElement(plan, 'Action', traced.check.action),
    text: ['add ', code(traced.check.action), ' to the actions of ', ...named(statement)],
    weight: 3,
  });
}

function withResource(statement: StatementTrace, { documents, traced }: OptionFacts): readonly Option[] {
  const { plan, action, resource } = statement;
  const fits = action.matched && resource.outcome === 'false' && plan.resource?.element.negated === false;
  if (!fits || !othersHold(statement)) return [];
  const { check } = traced;
  return option({
    kind: 'resource',
    edits: documents.addToElement(plan, 'Resource', check.resource),
    text: ['add ', code(check.resource), ' to the resources of ', ...named(statement)],
    weight: 3,
    caution: ['It then holds for every action of that statement.'],
  });
}

function newStatement(policies: readonly PolicyTrace[], facts: OptionFacts): readonly Option[] {
  const { documents, traced } = facts;
  const plan = policies[0]?.plan;
  if (plan === undefined) return [];
  const { type, name } = plan.policy;
  const principal = type === 'endpoint' ? { Principal: '*' } : {};
  return option({
    kind: 'iamStatement',
    edits: documents.addStatement(plan, { ...allowStatement(facts), ...principal }),
    text: [
      'add a statement ',
      ...toPolicy(type, name),
      ' that allows ',
      code(traced.check.action),
      ' on ',
      code(traced.check.resource),
    ],
    weight: 4,
    ...(type === 'endpoint'
      ? {
          caution: [
            'It then lets everyone through the endpoint with this action; what they may do is up to the other policies.',
          ],
        }
      : {}),
  });
}

/** "to the IAM policy `Own`". */
function toPolicy(type: PolicyType, name: string): Phrase {
  const [first, ...rest] = inPolicy(type, name);
  return typeof first === 'string' ? [first.replace(/^in /, 'to '), ...rest] : inPolicy(type, name);
}

/** An IAM policy of its own, where the caller has none that could take the statement. */
function newPolicy(facts: OptionFacts): readonly Option[] {
  const { traced, world } = facts;
  const { check } = traced;
  const arn = identityArnOf(check.caller);
  if (arn === undefined || traced.identity.length > 0) return [];
  const taken = new Set((world.identities.get(arn)?.facts.policies ?? []).map(({ name }) => name));
  const wanted = `Allow${check.action.slice(check.action.indexOf(':') + 1)}`;
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}-${number}`;
  const document = { Version: '2012-10-17', Statement: [allowStatement(facts)] };
  const text = printed(document, { newline: '\n', indent: '', unit: '  ' });
  return option({
    kind: 'iamStatement',
    edits: [{ kind: 'identityPolicy', arn, name, text }],
    text: [
      'attach an IAM policy to ',
      code(shortCaller(check.caller)),
      ' that allows ',
      code(check.action),
      ' on ',
      code(check.resource),
    ],
    weight: 4.5,
  });
}

function allowStatement({ traced: { check } }: OptionFacts) {
  return { Effect: 'Allow', Action: check.action, Resource: check.resource };
}
