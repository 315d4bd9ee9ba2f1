import { useEffect, useId, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { Icon } from '#kit/Icon.tsx';
import { useAnnounce } from '#kit/Announcer.tsx';
import { phraseText } from '#kit/phrase.ts';
import { RichText } from '#kit/RichText.tsx';
import type { QuestionId } from '#state/questions.ts';
import { Answer } from './Answer.tsx';
import { AnswerLine } from './AnswerLine.tsx';
import { SignMark } from './SignMark.tsx';
import { QuestionFields } from './QuestionFields.tsx';
import { questionWords } from './questions.view.ts';
import { useRoomContext } from './room.ts';
import { useNames } from './useNames.ts';
import { standing } from './standing.view.ts';
import styles from './Question.module.css';

/** A question with its answer in a line, which opens to the whole of it. */
export function Question({ id, isOpen }: { readonly id: QuestionId; readonly isOpen: boolean }) {
  const { app, scenario } = useRoomContext();
  const asked = useStore(app.proofs, (state) => state.proofs[id]);
  const revision = useStore(app.proofs, (state) => state.revision);
  const choices = useStore(app.proofs, (state) => state.choices);
  const file = useStore(app.proofs, (state) => state.file?.name ?? null);
  const body = useId();
  const view = useMemo(() => standing(id, asked, revision, scenario), [id, asked, revision, scenario]);
  const item = useRef<HTMLDivElement>(null);
  const names = useNames(view.isStale);
  const hasAnswer = view.answer !== null;
  // An address may lead to a question further down, and its answer come later.
  useEffect(() => {
    if (isOpen) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, hasAnswer]);
  const announce = useAnnounce();
  const said =
    !isOpen || view.isStale || view.answer === null
      ? null
      : `${view.answer.lead} ${phraseText(names.readable(view.answer.sentence))}`;
  useEffect(() => {
    if (said !== null) announce(said);
  }, [announce, said]);
  const toggle = () => app.address.getState().goTo({ room: 'prove', question: isOpen ? null : id });

  return (
    <div className={styles.item} ref={item} data-open={isOpen} data-stale={view.isStale}>
      <span className={styles.mark}>{view.answer !== null && <SignMark sign={view.answer.sign} />}</span>
      <h4 className={styles.heading}>
        <button
          type="button"
          className={styles.question}
          aria-expanded={isOpen}
          aria-controls={body}
          onClick={toggle}
        >
          <span className={styles.words}>
            <RichText phrase={questionWords(id, { scenario, choices, file })} />
          </span>
          <span className={styles.chevron}>
            <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} size={14} />
          </span>
        </button>
      </h4>
      <AnswerLine id={id} view={view} />
      <div id={body} className={styles.body} hidden={!isOpen}>
        {isOpen && (
          <>
            <QuestionFields id={id} />
            <Answer id={id} view={view} />
          </>
        )}
      </div>
    </div>
  );
}
