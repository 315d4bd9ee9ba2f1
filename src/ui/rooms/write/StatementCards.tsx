import { useEffect, useRef } from 'react';
import type { StatementNote } from '#engine/explain/answer.ts';
import { overlaps } from '#engine/source/overlap.ts';
import type { SourceSpan } from '#engine/source/span.ts';
import type { StatementCard } from './statementCard.ts';
import { StatementCardView } from './StatementCardView.tsx';
import type { RevealRequest } from './useReveal.ts';
import styles from './StatementCards.module.css';

export interface StatementCardsProps {
  readonly label: string;
  readonly cards: readonly StatementCard[];
  readonly notes: readonly StatementNote[];
  readonly lit: readonly SourceSpan[];
  readonly reveal: RevealRequest | null;
  readonly onPin: (card: StatementCard) => void;
}

/** A policy where there is no room for its text: a card a statement. */
export function StatementCards({ label, cards, notes, lit, reveal, onPin }: StatementCardsProps) {
  const list = useRef<HTMLOListElement>(null);
  const done = useRef<RevealRequest | null>(null);
  useEffect(() => {
    if (reveal === null || reveal === done.current) return;
    const index = cards.findIndex((card) => overlaps(card.span, reveal.span));
    const item = list.current?.children.item(index);
    if (index < 0 || item === null || item === undefined) return;
    done.current = reveal;
    // `nearest` leaves what is in view where it is.
    item.scrollIntoView({ block: 'nearest' });
  }, [cards, reveal]);

  return (
    <ol className={styles.cards} aria-label={label} ref={list}>
      {cards.map((card) => (
        <li key={card.ref}>
          <StatementCardView
            card={card}
            note={notes.find(({ ref, span }) => ref === card.ref && span.text === card.span.text) ?? null}
            isLit={lit.some((span) => overlaps(span, card.span))}
            onPress={() => onPin(card)}
          />
        </li>
      ))}
    </ol>
  );
}
