import { useEffect, useState } from 'react';
import { useAnnounce } from '#kit/Announcer.tsx';
import { Button } from '#kit/Button.tsx';

const words = { ready: 'Copy as text', done: 'Copied', failed: 'Copying is blocked' } as const;

/** Copies the answer as plain text. The text is made on the press. */
export function CopyAnswer({ text }: { readonly text: () => string }) {
  const [state, setState] = useState<keyof typeof words>('ready');
  const announce = useAnnounce();
  useEffect(() => {
    if (state === 'ready') return undefined;
    const timer = setTimeout(() => setState('ready'), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    const isCopied = await write(text());
    setState(isCopied ? 'done' : 'failed');
    announce(isCopied ? 'The answer is copied' : 'The browser does not let this page copy');
  };
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
