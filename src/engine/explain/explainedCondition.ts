import type { ContextOrigin } from '../conditions/context.ts';
import type { ConditionFacts } from '../conditions/facts.ts';
import type { ExplainedStep, Mark } from './answer.ts';
import type { Phrase } from './phrase.ts';
import { code, list } from './words.ts';

/** A condition as a step: what was compared with what, and where the request's value came from. */
export function explainedCondition(id: string, facts: ConditionFacts): ExplainedStep {
  const { clause } = facts;
  return {
    id,
    mark: conditionMark(facts),
    text: ['Condition ', code(clause.key.value), ' ', code(clause.operator.value), holds(facts)],
    detail: detailOf(facts),
    rule: facts.rule,
    spans: [clause.span],
    decisive: false,
    children: [],
  };
}

function conditionMark({ truth }: ConditionFacts): Mark {
  if (truth === 'unknown') return 'unknown';
  return truth === 'true' ? 'yes' : 'no';
}

function holds({ truth }: ConditionFacts): string {
  if (truth === 'unknown') return ' depends on the request';
  return truth === 'true' ? ' holds' : ' does not hold';
}

function detailOf(facts: ConditionFacts): Phrase {
  const policy = facts.values.map(({ text, resolved }) =>
    code(resolved === undefined ? text : `${text} = ${resolved}`),
  );
  const wanted: Phrase = policy.length === 0 ? ['no value'] : list(policy, 6, 'or');
  return [...requestSide(facts), ' · the policy says ', ...wanted];
}

function requestSide({ entry }: ConditionFacts): Phrase {
  switch (entry.state) {
    case 'absent':
      return [`The request does not carry it${originWords(entry.origin)}`];
    case 'unknown':
      return ['The request may carry any value'];
    case 'present':
      if (entry.values.length === 0) return ['The request carries it without a value'];
      return ['The request has ', ...list(entry.values.map(code), 6), originWords(entry.origin)];
    default:
      return entry.state satisfies never;
  }
}

/** Where a value came from, in parentheses; nothing for values given as such. */
export function originWords(origin: ContextOrigin | undefined): string {
  switch (origin?.kind) {
    case undefined:
    case 'given':
      return '';
    case 'parameter':
      return ` (from ${origin.name})`;
    case 'default':
      return ` (${origin.name} was omitted: KMS's default)`;
    case 'key':
      return ` (the key's ${origin.property})`;
    case 'principal':
      return ' (the principal)';
    case 'service':
      return ' (how the call is made)';
    case 'account':
      return ' (the account)';
    case 'clock':
      return ' (now)';
    case 'network':
      return ' (the connection)';
    default:
      return origin satisfies never;
  }
}
