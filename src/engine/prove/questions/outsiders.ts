import { code } from '#engine/explain/words.ts';
import { negate } from '../atom.ts';
import { type Compiled, shapeLiteral } from '../clause.ts';
import type { Prover } from '../prover.ts';
import { literalGlob } from '../text/glob.ts';
import { textTest } from '../text/textTest.ts';
import { answerFrom, type Finding, type ProofAnswer } from './answer.ts';
import { granted, restingOn } from './granted.ts';
import { scopeOf } from './scope.ts';
import { strangerConditions } from './strangers.ts';

/** Who is outside: of the key's account, of an organization, or everyone who is nobody in particular. */
export type Outside =
  | { readonly kind: 'account' }
  | { readonly kind: 'organization'; readonly organization: string }
  | { readonly kind: 'public' };

/**
 * Can anyone outside use the key (IAM-152, IAM-154)? Services are asked about separately, since whose data they act for is
 * another question.
 */
export function outsiders(prover: Prover, outside: Outside): ProofAnswer {
  const [model] = prover.models;
  if (model === undefined) throw new Error('A question is about a key.');
  const conditions = conditionsOf(prover, outside);
  // A root user needs no IAM policy in its own account: what lets one in lets in strangers whatever else there is.
  const rather =
    outside.kind === 'public' ? [prover.universe.callers(({ kind }) => kind === 'root')] : undefined;
  const found = granted(prover, { conditions, level: 'viaIam', ...(rather && { rather }) });
  const { yes, no } = wordsOf(outside, found.findings);
  const name = outside.kind === 'organization' ? [code(outside.organization)] : [];
  return answerFrom(
    found.findings,
    found.open,
    { yes: [yes, ...name, '.'], no: [no, ...name, '.'] },
    scopeOf(model.key),
    restingOn(prover, found.rests),
  );
}

function wordsOf(
  { kind }: Outside,
  findings: readonly Finding[],
): { readonly yes: string; readonly no: string } {
  const words = WORDS[kind];
  const lasting = findings.filter(({ facts }) => facts.length === 0);
  const byRoot = lasting.some(({ witness }) => witness?.request.principal.endsWith(':root') === true);
  if (kind !== 'public' || byRoot || lasting.length === 0) return words;
  return { ...words, yes: `${words.yes} once the IAM policies of their own account allow it, too` };
}

const WORDS = {
  account: {
    yes: "Someone outside the key's account can use the key",
    no: "Nobody outside the key's account can use the key",
  },
  organization: {
    yes: 'Someone can use the key from outside the organization ',
    no: 'Nobody can use the key from outside the organization ',
  },
  public: {
    yes: 'The key is public: a stranger can use it',
    no: 'The key is not public: no stranger can use it',
  },
} as const;

function conditionsOf(prover: Prover, outside: Outside): readonly Compiled[] {
  const [model] = prover.models;
  const account = model?.key.account;
  const accounts = model?.world.accounts;
  switch (outside.kind) {
    case 'account':
      return [prover.universe.callers((cell) => cell.kind !== 'service' && cell.account !== account)];
    case 'organization': {
      const inside = (id: string | undefined) =>
        id !== undefined && (id === account || accounts?.get(id)?.organization === outside.organization);
      const test = textTest([literalGlob(outside.organization)]);
      const shape = { absent: false, single: { test, negated: false }, list: 'never' } as const;
      const member = shapeLiteral(prover.universe, 'aws:PrincipalOrgID', shape);
      return [
        prover.universe.callers((cell) => cell.kind !== 'service' && !inside(cell.account)),
        typeof member === 'number' ? negate(member) : 'always',
      ];
    }
    case 'public':
      return strangerConditions(prover.universe);
    default:
      return outside satisfies never;
  }
}
