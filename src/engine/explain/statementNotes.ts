import { MatchClass } from '../authorize/principalMatch.ts';
import type { StatementTrace } from '../authorize/statementTrace.ts';
import { allPolicies, type TracedCheck } from '../authorize/trace.ts';
import type { Statement } from '../policy/policy.ts';
import type { Mark, StatementNote } from './answer.ts';
import type { Deciders } from './deciders.ts';
import { explainedGrant } from './explainedGrant.ts';
import { statementMark } from './explainedStatement.ts';

/** A few words beside each statement and grant: what it did for this request. With several checks, the most telling one. */
export function statementNotes(
  checks: readonly { readonly traced: TracedCheck; readonly deciders: Deciders }[],
): readonly StatementNote[] {
  const notes = new Map<string, StatementNote>();
  for (const { traced, deciders } of checks) {
    for (const note of [...policyNotes(traced, deciders), ...grantNotes(traced, deciders)]) {
      const id = `${note.span.text}:${note.span.from}`;
      const known = notes.get(id);
      if (known === undefined || weight(note) > weight(known)) notes.set(id, note);
    }
  }
  return [...notes.values()];
}

function weight(note: StatementNote): number {
  if (note.decides) return 3;
  if (note.mark === 'explicitDeny' || note.mark === 'allowed') return 2;
  return note.mark === 'no' ? 0 : 1;
}

function policyNotes(traced: TracedCheck, deciders: Deciders): readonly StatementNote[] {
  const deciding = new Set(
    [...deciders.denies, ...deciders.resourceAllows, ...deciders.identityAllows].map(({ plan }) => plan),
  );
  const denied = traced.outcome.decision === 'explicitDeny';
  return allPolicies(traced).flatMap(({ plan, statements }) =>
    plan.policy.statements.map((statement) => {
      const trace = statements.find((candidate) => candidate.plan.statement === statement);
      if (trace === undefined) return note(statement, 'info', 'has no effect', false);
      const decides = deciding.has(trace.plan);
      return note(statement, statementMark(trace), noteWords(trace, decides, denied), decides);
    }),
  );
}

function note(statement: Statement, mark: Mark, words: string, decides: boolean): StatementNote {
  return { ref: statement.ref, span: statement.span, mark, words, decides };
}

function noteWords(trace: StatementTrace, decides: boolean, denied: boolean): string {
  if (trace.applies === 'unknown') return 'depends';
  if (trace.applies === 'false') return shortReason(trace);
  if (decides)
    return trace.classes === MatchClass.account && trace.plan.effect === 'Allow'
      ? 'lets IAM policies decide'
      : 'applies and decides';
  if (trace.plan.effect === 'Allow' && denied) return 'applies, but a Deny wins';
  return trace.classes === MatchClass.account ? 'leaves it to IAM policies' : 'applies';
}

function shortReason(trace: StatementTrace): string {
  if (trace.principal?.matched === false) return 'other principal';
  if (!trace.action.matched) return 'other action';
  if (trace.resource.outcome === 'false') return 'other resource';
  return 'condition not met';
}

function grantNotes(traced: TracedCheck, deciders: Deciders): readonly StatementNote[] {
  const { check } = traced;
  if (check.target.kind !== 'key') return [];
  return check.target.key.grants.map((plan) => {
    const step = explainedGrant('', plan, check, false);
    const decides = deciders.grants.includes(plan);
    const failed = step.children.find((child) => child.mark === 'no');
    const words = decides
      ? 'applies and decides'
      : step.mark === 'allowed'
        ? 'applies'
        : grantReason(failed?.id ?? '');
    return { ref: plan.grant.ref, span: plan.grant.span, mark: step.mark, words, decides };
  });
}

/** By the part that failed; the ids are those of `explainedGrant`. */
function grantReason(id: string): string {
  if (id.endsWith('/g')) return 'other grantee';
  if (id.endsWith('/o')) return 'other operation';
  return id === '' ? 'other grant' : 'constraint not met';
}
