import type { AccessPrincipal, ActionCell } from '#engine/access/table.ts';
import { Icon } from '#kit/Icon.tsx';
import { RichText } from '#kit/RichText.tsx';
import { VerdictMark } from '#kit/VerdictMark.tsx';
import { useBench } from './bench.ts';
import { reasons } from './reasons.view.ts';
import { StatementLinks } from './StatementLinks.tsx';
import { valueMark, valueWord } from './words.view.ts';
import styles from './ReasonList.module.css';

export interface ReasonListProps {
  readonly principal: AccessPrincipal;
  readonly actions: readonly ActionCell[];
}

/** Every action with its mark, gathered under the sentence that is the reason for it. */
export function ReasonList({ principal, actions }: ReasonListProps) {
  return (
    <ul className={styles.reasons}>
      {reasons(actions).map((reason) => (
        <li key={reason.actions.join(' ')} className={styles.reason}>
          <p className={styles.because}>
            <RichText phrase={reason.because} />
          </p>
          <StatementLinks evidence={reason.evidence} />
          <ul className={styles.actions}>
            {reason.actions.map((action) => (
              <li key={action}>
                <ActionChip principal={principal} action={action} value={reason.value} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

interface ActionChipProps {
  readonly principal: AccessPrincipal;
  readonly action: string;
  readonly value: ActionCell['value'];
}

/** One action and what is true of it. A press asks about it, where there is a question to ask. */
function ActionChip({ principal, action, value }: ActionChipProps) {
  const bench = useBench();
  const question = bench.question(principal, action);
  const content = (
    <>
      <VerdictMark kind={valueMark[value]} size={14} />
      <code className={styles.action}>{action}</code>
    </>
  );
  if (question.principal === null) {
    return (
      <span className={styles.chip}>
        {content}
        <span className={styles.spoken}>, {valueWord[value]}</span>
      </span>
    );
  }
  return (
    <button
      type="button"
      className={styles.chip}
      aria-label={`${action}, ${valueWord[value]}. Ask about it`}
      title="Ask about it"
      onClick={() => bench.ask(question)}
    >
      {content}
      <Icon name="ask" size={14} />
    </button>
  );
}
