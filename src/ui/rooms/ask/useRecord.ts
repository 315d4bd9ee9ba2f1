import { useEffect, useRef, useState } from 'react';

/** Whether the CloudTrail record is open, and a way to be brought to it from elsewhere. */
export function useRecord() {
  const [isOpen, setOpen] = useState(false);
  const [wishes, setWishes] = useState(0);
  const ref = useRef<HTMLElement>(null);
  // Once it is drawn open: to the encryption context, which is what people are sent here for.
  useEffect(() => {
    if (wishes === 0) return;
    ref.current?.querySelector('button')?.focus({ preventScroll: true });
    const context = ref.current?.querySelector('mark');
    if (context === null || context === undefined) ref.current?.scrollIntoView({ block: 'start' });
    else context.scrollIntoView({ block: 'center' });
  }, [wishes]);
  const show = () => {
    setOpen(true);
    setWishes((count) => count + 1);
  };
  return { ref, isOpen, setOpen, show };
}
