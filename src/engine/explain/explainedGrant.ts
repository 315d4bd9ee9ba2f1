import type { Check } from '../authorize/check.ts';
import { MatchClass } from '../authorize/principalMatch.ts';
import { retireFit } from '../authorize/retireGrant.ts';
import type { Truth } from '../conditions/truth.ts';
import { type GrantFit, matchGrant } from '../grants/matchGrant.ts';
import type { GrantPlan } from '../grants/plan.ts';
import type { SourceSpan } from '../source/span.ts';
import type { ExplainedStep, Mark } from './answer.ts';
import type { Phrase } from './phrase.ts';
import { code, list, shortCaller, shortPrincipal, strong } from './words.ts';

/** A grant with one child a part: grantee, operations, constraints, and for CreateGrant the new grant (KMS-055…066). */
export function explainedGrant(id: string, plan: GrantPlan, check: Check, decisive: boolean): ExplainedStep {
  if (check.action === 'kms:RetireGrant') return retireStep(id, plan, check, decisive);
  const fit = matchGrant(plan, check);
  const { grant } = plan;
  const children = [
    granteeStep(id, plan, fit, check),
    operationStep(id, plan, fit, check),
    ...constraintSteps(id, plan, fit),
  ];
  const failed = children.find((child) => child.mark === 'no');
  return {
    id,
    mark: fit.applies === 'true' ? 'allowed' : fit.applies === 'unknown' ? 'depends' : 'no',
    text: ['Grant ', strong(grant.name ?? grant.id), ...grantWords(fit, failed)],
    rule: 'KMS-055',
    spans: [grant.span],
    decisive,
    children,
  };
}

function grantWords(fit: GrantFit, failed: ExplainedStep | undefined): Phrase {
  if (fit.applies === 'true') return [' allows this request'];
  if (fit.applies === 'unknown') return [' applies to some of these requests'];
  if (failed === undefined) return [' does not apply: it is on another key'];
  return [' does not apply: ', ...lowered(failed.text)];
}

function lowered(phrase: Phrase): Phrase {
  const [first, ...rest] = phrase;
  return typeof first === 'string' ? [first.charAt(0).toLowerCase() + first.slice(1), ...rest] : phrase;
}

function step(
  id: string,
  mark: Mark,
  text: Phrase,
  rule: string,
  span: SourceSpan,
  detail?: Phrase,
): ExplainedStep {
  return {
    id,
    mark,
    text,
    rule,
    spans: [span],
    decisive: false,
    children: [],
    ...(detail === undefined ? {} : { detail }),
  };
}

function granteeStep(id: string, { grant }: GrantPlan, fit: GrantFit, check: Check): ExplainedStep {
  const named = grant.grantee ?? grant.granteeService;
  const span = named?.span ?? grant.span;
  if (named === undefined) return step(`${id}/g`, 'no', ['No grantee is named'], 'KMS-053', span);
  const grantee = code(shortPrincipal(named.value));
  if (fit.grantee === MatchClass.none) {
    return step(
      `${id}/g`,
      'no',
      ['The grantee is ', grantee, ', not ', code(shortCaller(check.caller))],
      'KMS-054',
      span,
    );
  }
  const suffix =
    fit.grantee === MatchClass.account
      ? " is the caller's account, whose IAM policies must allow too"
      : ' is the caller';
  return step(`${id}/g`, 'yes', ['The grantee ', grantee, suffix], 'KMS-054', span);
}

function operationStep(id: string, { grant }: GrantPlan, fit: GrantFit, check: Check): ExplainedStep {
  const name = check.action.slice('kms:'.length);
  if (fit.operation)
    return step(`${id}/o`, 'yes', ['Operations list ', code(name)], 'KMS-055', grant.operationsSpan);
  const listed = list(
    grant.operations.map((operation) => code(operation.value)),
    4,
  );
  const text: Phrase = [
    'Operations list ',
    ...(listed.length === 0 ? ['nothing'] : listed),
    ', not ',
    code(name),
  ];
  return step(`${id}/o`, 'no', text, 'KMS-055', grant.operationsSpan);
}

function constraintSteps(id: string, { grant }: GrantPlan, fit: GrantFit): readonly ExplainedStep[] {
  const steps: ExplainedStep[] = [];
  const constraint = grant.equals ?? grant.subset;
  const { encryptionContext, sourceArn, child } = fit;
  if (constraint !== undefined && encryptionContext !== undefined) {
    const name = encryptionContext.kind === 'equals' ? 'EncryptionContextEquals' : 'EncryptionContextSubset';
    const text: Phrase = ['The constraint ', code(name), constraintWords[encryptionContext.holds]];
    steps.push(
      step(`${id}/e`, truthMarks[encryptionContext.holds], text, 'KMS-060', constraint.span, pairsWords(fit)),
    );
  }
  if (grant.sourceArn !== undefined && sourceArn !== undefined) {
    const text: Phrase = ['The constraint ', code('SourceArn'), ' is ', code(grant.sourceArn.value)];
    steps.push(step(`${id}/s`, truthMarks[sourceArn], text, 'KMS-063', grant.sourceArn.span));
  }
  if (child !== undefined) steps.push(childStep(id, grant.span, child));
  return steps;
}

const truthMarks: Readonly<Record<Truth, Mark>> = { true: 'yes', false: 'no', unknown: 'unknown' };
const constraintWords: Readonly<Record<Truth, string>> = {
  true: ' holds',
  false: ' does not hold',
  unknown: ' depends on the encryption context',
};

function pairsWords({ encryptionContext }: GrantFit): Phrase {
  const parts: Phrase[number][] = [];
  const add = (names: readonly string[] | undefined, words: string): void => {
    if (names === undefined || names.length === 0) return;
    parts.push(
      parts.length === 0 ? words.charAt(0).toUpperCase() + words.slice(1) : `; ${words}`,
      ' ',
      ...list(names.map(code), 4),
    );
  };
  add(encryptionContext?.missing, 'the request lacks');
  add(encryptionContext?.different, 'another value is given for');
  if (encryptionContext?.kind === 'equals')
    add(encryptionContext.extra, 'nothing may be added, and the request adds');
  add(encryptionContext?.caseDiffers, 'spelled in another case:');
  return parts.length === 0 ? ['Every pair is in the request'] : parts;
}

function childStep(id: string, span: SourceSpan, child: NonNullable<GrantFit['child']>): ExplainedStep {
  if (child.holds) return step(`${id}/n`, 'yes', ['The new grant stays within this one'], 'KMS-065', span);
  if (child.operationsNotInParent.length > 0) {
    const names = list(child.operationsNotInParent.map(code));
    return step(
      `${id}/n`,
      'no',
      ['The new grant would allow ', ...names, ', which this one does not'],
      'KMS-065',
      span,
    );
  }
  const what = child.constraintKept ? 'SourceArn' : 'encryption context constraint';
  return step(`${id}/n`, 'no', [`The new grant would loosen the ${what}`], 'KMS-066', span);
}

function retireStep(id: string, plan: GrantPlan, check: Check, decisive: boolean): ExplainedStep {
  const fit = retireFit(check);
  const meant = fit.grant === plan;
  const { grant } = plan;
  const may = meant && ((fit.grantee | fit.retiring) !== MatchClass.none || fit.issuingAccount);
  const name = strong(grant.name ?? grant.id);
  return {
    id,
    mark: !meant ? 'no' : may ? 'allowed' : 'implicitDeny',
    text: meant ? ['Grant ', name, retireWords(fit)] : ['Grant ', name, ' is not the one the request names'],
    rule: 'KMS-070',
    spans: [grant.span],
    decisive,
    children: [],
  };
}

function retireWords(fit: ReturnType<typeof retireFit>): string {
  if (fit.retiring === MatchClass.account) return " names the caller's account as retiring principal";
  if (fit.retiring !== MatchClass.none) return ' names the caller as retiring principal';
  if (fit.grantee === MatchClass.account) return " lets its grantee, the caller's account, retire it";
  if (fit.grantee !== MatchClass.none) return ' lets its grantee, the caller, retire it';
  if (fit.issuingAccount) return " was created in the caller's account, whose IAM policies decide";
  return ' does not name the caller as retiring principal, nor as a grantee who may retire it';
}
