import type { Answer, WouldChange } from '#engine/explain/answer.ts';
import type { DocumentReport } from '#engine/study.ts';
import { useStore } from 'zustand';
import { Button } from '#kit/Button.tsx';
import { Link } from '#kit/Link.tsx';
import type { App } from '#state/app.ts';
import { Additions } from './Additions.tsx';
import { evidencePlace } from './evidenceLines.ts';
import type { EvidenceTexts } from './evidenceLines.ts';
import { Sentence } from './Sentence.tsx';
import { turning } from './whatIf.view.ts';
import type { Pointing } from './usePointing.ts';
import styles from './WouldChangeList.module.css';

export interface WouldChangeListProps {
  readonly app: App;
  readonly answer: Answer;
  readonly reports: readonly DocumentReport[];
  readonly texts: EvidenceTexts;
  readonly pointing: Pointing;
  /** Opens the place where the value of this condition key is said. */
  readonly onSet: (key: string) => void;
}

/** What was not said or not supplied and could turn the decision. */
export function WouldChangeList({ app, answer, reports, texts, pointing, onSet }: WouldChangeListProps) {
  const offers = useStore(app.whatIf, ({ whatIf }) => turning(whatIf, answer.decision).length > 0);
  if (answer.wouldChange.length === 0 && !offers) return null;
  return (
    <section className={styles.section}>
      <h3 className={styles.title}>What would change it</h3>
      {answer.wouldChange.length > 0 && (
        <ul className={styles.list}>
          {answer.wouldChange.map((item, index) => (
            <li key={index} className={styles.item}>
              <span className={styles.text}>
                <Sentence phrase={item.text} answer={answer} reports={reports} pointing={pointing} />
                <Lines item={item} texts={texts} pointing={pointing} />
              </span>
              {item.key !== undefined && <SetButton itemKey={item.key} onSet={onSet} />}
            </li>
          ))}
        </ul>
      )}
      <Additions app={app} answer={answer} texts={texts} />
    </section>
  );
}

function SetButton({ itemKey, onSet }: { readonly itemKey: string; readonly onSet: (key: string) => void }) {
  return (
    <Button size="dense" aria-label={`Set ${itemKey}`} onPress={() => onSet(itemKey)}>
      Set
    </Button>
  );
}

function Lines({
  item,
  texts,
  pointing,
}: {
  readonly item: WouldChange;
  readonly texts: EvidenceTexts;
  readonly pointing: Pointing;
}) {
  const place = evidencePlace(item.spans, texts);
  if (place === undefined) return null;
  return (
    <>
      {' · '}
      <Link
        tone="soft"
        aria-label={place.place}
        onPress={() => pointing.pin(item.key ?? place.place, item.spans)}
      >
        {/^\d+$/.test(place.label) ? 'line' : 'lines'} {place.label}
      </Link>
    </>
  );
}
