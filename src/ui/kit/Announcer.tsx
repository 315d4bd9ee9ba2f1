import { createContext, use, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { createAnnounceQueue } from './announceQueue.ts';
import field from './field.module.css';

const AnnounceContext = createContext<(text: string) => void>(() => {});

export interface AnnouncerProps {
  readonly children: ReactNode;
}

/** The page's one live region: polite, and debounced, so that typing stays quiet. */
export function Announcer({ children }: AnnouncerProps) {
  const [text, setText] = useState('');
  const queue = useMemo(() => createAnnounceQueue(setText, 500), []);
  useEffect(() => queue.stop, [queue]);
  return (
    <AnnounceContext value={queue.say}>
      {children}
      <output className={field.hiddenLabel} aria-live="polite" aria-atomic>
        {text}
      </output>
    </AnnounceContext>
  );
}

/** Says a sentence through the live region. The last one within half a second wins. */
export function useAnnounce(): (text: string) => void {
  return use(AnnounceContext);
}
