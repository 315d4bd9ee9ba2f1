import type { Answer } from '#engine/explain/answer.ts';
import type { Phrase } from '#engine/explain/phrase.ts';
import type { DocumentReport } from '#engine/study.ts';
import { Code } from '#kit/Code.tsx';
import { sentenceParts } from './statementNames.ts';
import type { SentencePart } from './statementNames.ts';
import type { Pointing } from './usePointing.ts';
import styles from './Sentence.module.css';

export interface SentenceProps {
  readonly phrase: Phrase;
  readonly answer: Answer;
  readonly reports: readonly DocumentReport[];
  readonly pointing: Pointing;
}

/** A sentence in which the names of statements lead to their lines. */
export function Sentence({ phrase, answer, reports, pointing }: SentenceProps) {
  return sentenceParts(phrase, answer, reports).map((part, index) => (
    <Part key={index} part={part} pointing={pointing} />
  ));
}

function Part({ part, pointing }: { readonly part: SentencePart; readonly pointing: Pointing }) {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'code':
      return <Code>{part.text}</Code>;
    case 'strong':
      return <strong>{part.text}</strong>;
    case 'statement':
      return (
        <button
          type="button"
          className={styles.statement}
          onClick={() => pointing.pin(part.text, [part.span])}
          onPointerEnter={() => pointing.hover(part.text, [part.span])}
          onPointerLeave={() => pointing.hover(part.text, null)}
        >
          {part.text}
        </button>
      );
  }
}
