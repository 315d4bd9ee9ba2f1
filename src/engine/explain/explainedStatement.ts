import type { Check } from '../authorize/check.ts';
import { MatchClass } from '../authorize/principalMatch.ts';
import type { StatementTrace } from '../authorize/statementTrace.ts';
import type { PatternElement, Sourced } from '../policy/policy.ts';
import { callerAccount } from '../request/caller.ts';
import type { SourceSpan } from '../source/span.ts';
import type { ExplainedStep, Mark } from './answer.ts';
import { explainedCondition } from './explainedCondition.ts';
import type { Phrase } from './phrase.ts';
import { code, list, shortCaller, shortPrincipal, statementName, strong } from './words.ts';

/** A statement with one child a part: principal, action, resource, each condition. */
export function explainedStatement(
  id: string,
  trace: StatementTrace,
  check: Check,
  decisive: boolean,
): ExplainedStep {
  const { statement } = trace.plan;
  const parts = [
    principalStep(`${id}/p`, trace, check),
    actionStep(`${id}/a`, trace, check),
    resourceStep(`${id}/r`, trace, check),
    ...trace.conditions.map((facts, index) => explainedCondition(`${id}/c${index}`, facts)),
  ];
  return {
    id,
    mark: statementMark(trace),
    text: [strong(statementName(statement)), ...statementWords(trace, check)],
    rule: statementRule(trace, check),
    spans: [statement.span],
    decisive,
    children: parts.flatMap((part) => part ?? []),
  };
}

export function statementMark(trace: StatementTrace): Mark {
  if (trace.applies === 'unknown') return 'depends';
  if (trace.applies === 'false') return 'no';
  if (trace.plan.effect === 'Deny') return 'explicitDeny';
  // A statement that leaves the decision to others has allowed nothing yet.
  return isDelegation(trace) ? 'yes' : 'allowed';
}

function statementRule(trace: StatementTrace, check: Check): string {
  if (trace.plan.effect === 'Deny') return 'KMS-008';
  if (!isDelegation(trace)) return 'IAM-120';
  return isForeign(check) ? 'KMS-035' : 'KMS-004';
}

/** The caller is in another account than the resource: then both accounts must allow (KMS-035). */
export function isForeign({ caller, resourceAccount }: Check): boolean {
  return callerAccount(caller) !== resourceAccount;
}

/** Whether an applying Allow names nobody but the caller's account, and so leaves the decision to IAM policies (KMS-004). */
export function isDelegation(trace: StatementTrace): boolean {
  return trace.plan.effect === 'Allow' && trace.classes === MatchClass.account;
}

function statementWords(trace: StatementTrace, check: Check): Phrase {
  if (trace.applies === 'unknown') return [' applies to some of these requests'];
  if (trace.applies === 'false') return [' does not apply: ', ...reasonNot(trace)];
  if (trace.plan.effect === 'Deny') return [' denies this request'];
  if (!isDelegation(trace)) return [' allows this request'];
  return [
    isForeign(check)
      ? " allows the caller's account, whose IAM policies must allow too"
      : " lets the account's IAM policies decide",
  ];
}

/** The first reason why a statement does not apply, as a clause. */
export function reasonNot(trace: StatementTrace): Phrase {
  if (trace.principal?.matched === false) return ['it names other principals'];
  if (!trace.action.matched) return ['it is about other actions'];
  if (trace.resource.outcome === 'false') return ['its Resource is another one'];
  const failed = trace.conditions.filter((facts) => facts.truth === 'false');
  if (failed.length === 0) return ['a condition is not met'];
  return [
    failed.length > 1 ? 'the conditions on ' : 'the condition on ',
    ...list(failed.map((facts) => code(facts.key))),
    failed.length > 1 ? ' do not hold' : ' does not hold',
  ];
}

function step(id: string, matched: boolean, text: Phrase, rule: string, span: SourceSpan): ExplainedStep {
  return { id, mark: matched ? 'yes' : 'no', text, rule, spans: [span], decisive: false, children: [] };
}

function principalStep(id: string, trace: StatementTrace, check: Check): ExplainedStep | undefined {
  const element = trace.plan.principal?.element;
  if (trace.principal === undefined) return undefined;
  if (element === undefined) {
    return step(
      id,
      false,
      ['No Principal: the statement matches nobody'],
      'IAM-021',
      trace.plan.statement.span,
    );
  }
  const names = list(element.entries.map((entry) => code(shortPrincipal(entry.value))));
  const caller = code(shortCaller(check.caller));
  if (element.negated) return notPrincipalStep(id, trace, names, caller);
  const { entry } = trace.principal;
  if (entry === undefined)
    return step(id, false, ['Principal names ', ...names, ', not ', caller], 'KMS-180', element.span);
  return step(
    id,
    true,
    ['Principal ', code(shortPrincipal(entry.value)), ` ${classWords(trace.classes)}`],
    classRule(trace.classes),
    entry.span,
  );
}

function notPrincipalStep(
  id: string,
  trace: StatementTrace,
  names: Phrase,
  caller: Phrase[number],
): ExplainedStep {
  const span = trace.plan.principal?.element.span ?? trace.plan.statement.span;
  if (trace.principal?.bounded === true) {
    return step(
      id,
      true,
      ['NotPrincipal in a Deny always hits a principal with a permissions boundary'],
      'IAM-042',
      span,
    );
  }
  const text: Phrase =
    trace.principal?.matched === true
      ? ['NotPrincipal lists ', ...names, ', so it applies to ', caller]
      : ['NotPrincipal lists ', caller];
  return step(id, trace.principal?.matched === true, text, 'IAM-041', span);
}

function classWords(classes: number): string {
  if ((classes & MatchClass.session) !== 0) return 'is this session';
  if ((classes & MatchClass.user) !== 0) return 'is this user';
  if ((classes & MatchClass.federatedUser) !== 0) return 'is this federated user';
  if ((classes & MatchClass.service) !== 0) return 'is this service';
  if ((classes & MatchClass.any) !== 0) return 'matches everyone';
  if ((classes & MatchClass.role) !== 0) return "is this session's role";
  if ((classes & MatchClass.userOfFederated) !== 0) return 'is the user who federated';
  return "is the caller's account";
}

function classRule(classes: number): string {
  if ((classes & MatchClass.any) !== 0) return 'KMS-010';
  return classes === MatchClass.account ? 'KMS-004' : 'KMS-180';
}

function elementName(element: PatternElement, name: 'Action' | 'Resource'): string {
  return element.negated ? `Not${name}` : name;
}

function actionStep(id: string, trace: StatementTrace, check: Check): ExplainedStep | undefined {
  const element = trace.plan.action?.element;
  if (element === undefined) return undefined;
  const name = elementName(element, 'Action');
  return patternStep(id, {
    element,
    name,
    matched: trace.action.matched,
    pattern: trace.action.pattern,
    wanted: check.action,
    rule: 'IAM-050',
  });
}

function resourceStep(id: string, trace: StatementTrace, check: Check): ExplainedStep | undefined {
  const element = trace.plan.resource?.element;
  if (element === undefined) return undefined;
  const isKeyPolicy = trace.plan.policy.type === 'key';
  const { outcome, pattern } = trace.resource;
  if (outcome === 'unknown') {
    const text: Phrase = ['Resource depends on a policy variable'];
    return { ...step(id, false, text, 'IAM-067', element.span), mark: 'unknown' };
  }
  if (isKeyPolicy && pattern?.value === '*' && !element.negated) {
    return step(id, true, ['Resource ', code('*'), ' is this key'], 'KMS-020', pattern.span);
  }
  const wanted = check.resource === '*' ? 'an action without a resource' : check.resource;
  const name = elementName(element, 'Resource');
  return patternStep(id, {
    element,
    name,
    matched: outcome === 'true',
    pattern,
    wanted,
    rule: isKeyPolicy ? 'KMS-020' : 'KMS-022',
  });
}

interface PatternFacts {
  readonly element: PatternElement;
  readonly name: string;
  readonly matched: boolean;
  readonly pattern: Sourced | undefined;
  readonly wanted: string;
  readonly rule: string;
}

function patternStep(
  id: string,
  { element, name, matched, pattern, wanted, rule }: PatternFacts,
): ExplainedStep {
  const listed = list(element.patterns.map((item) => code(item.value)));
  if (pattern !== undefined) {
    const text: Phrase = [
      `${name} `,
      code(pattern.value),
      element.negated ? ' leaves out ' : ' covers ',
      code(wanted),
    ];
    return step(id, matched, text, rule, pattern.span);
  }
  const text: Phrase = element.negated
    ? [`${name} `, ...listed, ' does not leave out ', code(wanted)]
    : [`${name} `, ...listed, ' does not cover ', code(wanted)];
  return step(id, matched, text, rule, element.span);
}
