import { useEffect, useMemo, useRef, useState } from 'react';
import type { Answer } from '#engine/explain/answer.ts';
import type { Reply } from '#engine/study.ts';
import { useAnnounce } from '#kit/Announcer.tsx';
import { announcement, verdictSignature } from './ask.view.ts';

export interface VerdictChange {
  /** Grows with each change; null before the first. */
  readonly count: number | null;
  /** The latest edit is the one that changed the verdict. */
  readonly isFresh: boolean;
}

/** Notices that the verdict became another one, and says so once. `revision` is the workspace's. */
export function useVerdictChange(study: Reply | null, revision: number): VerdictChange {
  const answer = study?.answer ?? null;
  const [known, setKnown] = useState<{
    readonly signature: string | null;
    readonly count: number | null;
    readonly changedAt: number | null;
  }>({ signature: null, count: null, changedAt: null });
  const signature = answer === null ? known.signature : verdictSignature(answer);
  if (signature !== known.signature) {
    const isFirst = known.signature === null;
    setKnown({
      signature,
      count: isFirst ? known.count : (known.count ?? 0) + 1,
      changedAt: isFirst ? null : revision,
    });
  }
  useDecisionAnnounced(answer, study);
  const { count } = known;
  const isFresh = known.changedAt === revision;
  return useMemo(() => ({ count, isFresh }), [count, isFresh]);
}

function useDecisionAnnounced(answer: Answer | null, study: Reply | null): void {
  const announce = useAnnounce();
  const said = useRef<Answer | null>(null);
  useEffect(() => {
    if (answer === null || study === null) return;
    const words = announcement(said.current, answer, study.documents);
    said.current = answer;
    if (words !== null) announce(words);
  }, [announce, answer, study]);
}
