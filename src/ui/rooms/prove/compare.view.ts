import type { AcceptedVersion } from '#state/accepted.ts';
import type { Phrase } from '#kit/phrase.ts';
import type { CompareAnswer, Relation } from '#engine/prove/questions/compareAnswer.ts';

import { counted } from '#kit/counted.ts';
import { PROVED, type Summary } from './summary.ts';

/** The answer of a comparison in one line. */
export function compareSummary(answer: CompareAnswer): Summary {
  const relation = answer.withFacts ?? answer.relation;
  const { sign, lead } = RELATIONS[relation];
  const isProof = relation === 'equivalent';
  return {
    sign,
    lead,
    sentence:
      answer.withFacts === 'equivalent'
        ? ['The versions differ only about requests that AWS never sends.']
        : answer.sentence,
    certainty: isProof ? PROVED : certaintyOf(answer, relation),
  };
}

function certaintyOf({ widened, narrowed, open }: CompareAnswer, relation: Relation): string {
  if (relation === 'undecided') return open.some(({ why }) => why === 'work') ? 'Work limit' : 'Undecided';
  return counted(widened.length + narrowed.length, 'example');
}

const RELATIONS: Readonly<Record<Relation, Pick<Summary, 'sign' | 'lead'>>> = {
  equivalent: { sign: 'fine', lead: 'Nothing.' },
  moreAccess: { sign: 'attention', lead: 'More access.' },
  lessAccess: { sign: 'note', lead: 'Less access.' },
  incomparable: { sign: 'attention', lead: 'More and less.' },
  undecided: { sign: 'unknown', lead: "Can't tell." },
};

/** Which version was accepted. */
export function acceptedWords(accepted: AcceptedVersion | null): Phrase {
  if (accepted === null) return ['No version of this key is accepted yet.'];
  const title = accepted.scenario.title === undefined ? '' : ` of ${accepted.scenario.title}`;
  const day =
    accepted.at === null ? '' : ` on ${accepted.at.slice(0, 10)} at ${accepted.at.slice(11, 16)} UTC`;
  return [`Compared with the version${title} accepted${day}.`];
}

/** Text with its backticks as code. */
export function ticked(text: string): Phrase {
  return text.split('`').map((part, index) => (index % 2 === 1 ? { code: part } : part));
}
