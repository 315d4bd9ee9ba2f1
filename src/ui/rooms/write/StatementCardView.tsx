import type { StatementNote } from '#engine/explain/answer.ts';
import { classNames } from '#kit/classNames.ts';
import { Code } from '#kit/Code.tsx';
import { VerdictMark } from '#kit/VerdictMark.tsx';
import { noteMark } from './editorMarks.ts';
import type { StatementCard } from './statementCard.ts';
import { counted } from '#kit/counted.ts';
import styles from './StatementCardView.module.css';

export interface StatementCardViewProps {
  readonly card: StatementCard;
  readonly note: StatementNote | null;
  readonly isLit: boolean;
  readonly onPress: () => void;
}

/** More names than this are counted, not listed. */
const mostNames = 3;

export function StatementCardView({ card, note, isLit, onPress }: StatementCardViewProps) {
  const { label, effect, who, what, conditions } = card;
  return (
    <button
      type="button"
      className={classNames(
        styles.card,
        effect === 'Allow' && styles.allowBar,
        effect === 'Deny' && styles.denyBar,
        isLit && styles.lit,
      )}
      aria-pressed={isLit}
      onClick={onPress}
    >
      <span className={styles.head}>
        <span className={styles.label}>{label}</span>
        <span className={classNames(effect === 'Allow' && styles.allow, effect === 'Deny' && styles.deny)}>
          {effect ?? 'No Effect'}
        </span>
      </span>
      <Names names={who} />
      <Names names={what} isCode />
      {conditions > 0 && <span className={styles.soft}>{counted(conditions, 'condition')}</span>}
      {note !== null && (
        <span className={classNames(styles.note, note.decides && styles.decides)}>
          <VerdictMark kind={noteMark(note)} size={14} />
          {note.words}
        </span>
      )}
    </button>
  );
}

function Names({ names, isCode = false }: { readonly names: readonly string[]; readonly isCode?: boolean }) {
  if (names.length === 0) return null;
  const more = names.length - mostNames;
  return (
    <span className={styles.names}>
      {names.slice(0, mostNames).map((name, index) => (
        <span key={name}>
          {index > 0 && ', '}
          {isCode ? <Code>{name}</Code> : name}
        </span>
      ))}
      {more > 0 && <span className={styles.soft}> and {more} more</span>}
    </span>
  );
}
