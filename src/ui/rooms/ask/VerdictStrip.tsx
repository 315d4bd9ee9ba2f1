import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import type { Answer } from '#engine/explain/answer.ts';
import { VerdictMark } from '#kit/VerdictMark.tsx';
import styles from './VerdictStrip.module.css';

export interface VerdictStripProps {
  readonly answer: Answer;
  /** The verdict card. */
  readonly card: RefObject<HTMLElement | null>;
}

/** The verdict in one line at the foot of the pane while its card is further down: edits of the details show what they do. */
export function VerdictStrip({ answer, card }: VerdictStripProps) {
  const isBelow = useIsBelow(card);
  if (!isBelow) return null;
  return (
    <button
      type="button"
      className={styles.strip}
      onClick={() => card.current?.scrollIntoView({ block: 'nearest' })}
    >
      <VerdictMark kind={answer.decision} />
      <span>{answer.title}</span>
    </button>
  );
}

function useIsBelow(element: RefObject<HTMLElement | null>): boolean {
  const [isBelow, setBelow] = useState(false);
  useEffect(() => {
    if (element.current === null) return undefined;
    const observer = new IntersectionObserver(([entry]) => {
      if (entry === undefined) return;
      const middle = (entry.rootBounds?.height ?? window.innerHeight) / 2;
      setBelow(!entry.isIntersecting && entry.boundingClientRect.top > middle);
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return isBelow;
}
