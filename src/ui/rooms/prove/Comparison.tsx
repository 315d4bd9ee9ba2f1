import { useStore } from 'zustand';
import type { CompareAnswer, ComparedDifference } from '#engine/prove/questions/compareAnswer.ts';
import type { Level } from '#engine/prove/model/accessModel.ts';
import { RichText } from '#kit/RichText.tsx';
import { VerdictMark } from '#kit/VerdictMark.tsx';
import type { MarkKind } from '#kit/verdict.ts';
import { acceptedFor } from '#state/accepted.ts';
import { levelWords } from './answer.view.ts';
import { useConditions } from './DifferenceConditions.tsx';
import { OpenInAsk } from './Findings.tsx';
import { useRoomContext } from './room.ts';
import { Statements } from './Statements.tsx';
import { TextChanges } from './TextChanges.tsx';
import { textDiff } from './textDiff.ts';
import { useNames } from './useNames.ts';
import styles from './Comparison.module.css';

/** Two versions: what requests get further or less far, and how their texts differ. */
export function Comparison({
  answer,
  isStale,
}: {
  readonly answer: CompareAnswer;
  readonly isStale: boolean;
}) {
  const { app, scenario } = useRoomContext();
  const versions = useStore(app.accepted, (state) => state.versions);
  const file = useStore(app.proofs, (state) => state.file);
  const before = file?.scenario ?? acceptedFor({ versions }, scenario)?.scenario;
  const old = before?.keys[0]?.policy.text ?? '';
  return (
    <div className={styles.both}>
      <div className={styles.access}>
        <Differences title="Newly allowed" differences={answer.widened} isStale={isStale} isLater />
        <Differences title="No longer allowed" differences={answer.narrowed} isStale={isStale} />
      </div>
      <TextChanges
        title="In the text of the key policy"
        hunks={textDiff(old, scenario.keys[0]?.policy.text ?? '')}
        whenSame="The text is the same."
      />
    </div>
  );
}

interface DifferencesProps {
  readonly title: string;
  readonly differences: readonly ComparedDifference[];
  readonly isStale: boolean;
  /** What allows it stands in the later version, which is the one on the page. */
  readonly isLater?: boolean;
}

function Differences({ title, differences, isStale, isLater = false }: DifferencesProps) {
  return (
    <section aria-label={title}>
      <h5 className={styles.title}>
        {title} {differences.length === 0 ? '' : differences.length}
      </h5>
      {differences.length === 0 && <p className={styles.none}>Nothing.</p>}
      <ul className={styles.differences}>
        {differences.map((difference) => (
          <DifferenceItem
            key={difference.group}
            difference={difference}
            isStale={isStale}
            isLater={isLater}
          />
        ))}
      </ul>
    </section>
  );
}

interface DifferenceItemProps {
  readonly difference: ComparedDifference;
  readonly isStale: boolean;
  readonly isLater: boolean;
}

function DifferenceItem({ difference, isStale, isLater }: DifferenceItemProps) {
  const names = useNames(isStale);
  const { group, ref, span, before, after, sentence, witness } = difference;
  const cited = { ref, span: isLater ? span : undefined };
  const direction = isLater ? 'widened' : 'narrowed';
  const { button, conditions } = useConditions({ direction, group }, names.name(cited).label);
  return (
    <li className={styles.difference}>
      <p className={styles.levels}>
        <LevelMark level={before} />
        <span aria-label="then">→</span>
        <LevelMark level={after} />
      </p>
      <p>
        <RichText phrase={names.readable(sentence)} />
      </p>
      <div className={styles.evidence}>
        <Statements statements={[cited]} isStale={isStale} />
        <OpenInAsk request={witness.request} level={after} />
        {button}
      </div>
      {conditions}
    </li>
  );
}

const levelMarks: Readonly<Record<Level, MarkKind>> = {
  none: 'implicitDeny',
  viaIam: 'depends',
  direct: 'allowed',
};

function LevelMark({ level }: { readonly level: Level }) {
  return (
    <span className={styles.level}>
      <VerdictMark kind={levelMarks[level]} size={14} />
      {levelWords[level]}
    </span>
  );
}
