import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { App } from '#state/app.ts';
import { Button } from '#kit/Button.tsx';
import { classNames } from '#kit/classNames.ts';
import { pinStatement } from './documentCommands.ts';
import { statementCards } from './statementCard.ts';
import { StatementCards } from './StatementCards.tsx';
import { TextPreview } from './TextPreview.tsx';
import type { OpenDocument } from './useDocument.ts';
import { useKept } from './useKept.ts';
import type { RevealRequest } from './useReveal.ts';
import { counted } from '#kit/counted.ts';
import { litSpans } from './write.view.ts';
import styles from './CardsView.module.css';

export interface CardsViewProps {
  readonly app: App;
  readonly document: OpenDocument;
  readonly name: string;
  readonly reveal: RevealRequest | null;
  readonly onEdit: () => void;
}

/** A policy on a narrow page: its statements as cards, with a way to the text. */
export function CardsView({ app, document, name, reveal, onEdit }: CardsViewProps) {
  const { id, text, fallback, report, isCurrent, study } = document;
  const focus = useStore(app.focus, (state) => state.focus);
  const isStale = report?.usedFallback === true;
  const source = isStale ? fallback : text;
  const made = useMemo(
    () => (report === null || source === null || !isCurrent ? null : statementCards(report, source)),
    [report, source, isCurrent],
  );
  const cards = useKept(made, id) ?? [];
  const notes = study?.answer?.statementNotes ?? [];
  return (
    <div className={styles.view}>
      <div className={styles.tools}>
        <span className={styles.count}>{cards.length > 0 && counted(cards.length, 'statement')}</span>
        <Button icon="write" onPress={onEdit}>
          Edit as text
        </Button>
      </div>
      {cards.length === 0 ? (
        <TextPreview text={text} label={name} />
      ) : (
        <div className={classNames(isStale && styles.stale)}>
          <StatementCards
            label={`Statements of ${name}`}
            cards={cards}
            notes={notes}
            lit={litSpans(focus, study)}
            reveal={reveal}
            onPin={(card) => pinStatement(app, card)}
          />
        </div>
      )}
    </div>
  );
}
