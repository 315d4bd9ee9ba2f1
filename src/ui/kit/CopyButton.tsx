import { useEffect, useState } from 'react';
import { useAnnounce } from './Announcer.tsx';
import { Button } from './Button.tsx';

export interface CopyButtonProps {
  /** Made on the press. */
  readonly text: () => string;
  /** What is copied, as a reader hears it: "The answer". */
  readonly what: string;
  readonly children: string;
}

/** Copies a text, and says whether the browser let it. */
export function CopyButton({ text, what, children }: CopyButtonProps) {
  const [state, setState] = useState<'ready' | 'done' | 'failed'>('ready');
  const announce = useAnnounce();
  useEffect(() => {
    if (state === 'ready') return undefined;
    const timer = setTimeout(() => setState('ready'), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    const isCopied = await write(text());
    setState(isCopied ? 'done' : 'failed');
    announce(isCopied ? `${what} is copied` : 'The browser does not let this page copy');
  };
  const words = { ready: children, done: 'Copied', failed: 'Copying is blocked' } as const;
  return (
    <Button
      variant="quiet"
      size="dense"
      icon={state === 'done' ? 'check' : 'copy'}
      onPress={() => void copy()}
    >
      {words[state]}
    </Button>
  );
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
