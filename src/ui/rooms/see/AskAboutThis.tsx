import type { AccessPrincipal, GroupCell } from '#engine/access/table.ts';
import { Button } from '#kit/Button.tsx';
import { Link } from '#kit/Link.tsx';
import { printAddress } from '#state/address.ts';
import { representativeAction, representativeWords } from './ask.view.ts';
import { useBench } from './bench.ts';
import styles from './Details.module.css';

export interface AskAboutThisProps {
  readonly principal: AccessPrincipal;
  readonly cell: GroupCell;
}

/** Fills the request with one action that stands for the pair and says which; or says why there is no question. */
export function AskAboutThis({ principal, cell }: AskAboutThisProps) {
  const bench = useBench();
  const action = representativeAction(cell);
  if (action === null) return null;
  const question = bench.question(principal, action);
  if (question.principal === null) {
    return (
      <p className={styles.note}>
        {question.because} <ProveExactly action={action} />
      </p>
    );
  }
  return (
    <div className={styles.ask}>
      <Button icon="ask" size="dense" onPress={() => bench.ask(question)}>
        Ask about this
      </Button>
      <span className={styles.note}>
        {representativeWords(cell, question.action)} <ProveExactly action={action} />
      </span>
    </div>
  );
}

/** Leads to the exact cells of one action: always, under which conditions, never. */
function ProveExactly({ action }: { readonly action: string }) {
  return (
    <Link
      href={printAddress({ room: 'prove', question: 'who-can', subject: action })}
      aria-label={`Prove exactly who can do ${action}`}
    >
      Prove exactly
    </Link>
  );
}
