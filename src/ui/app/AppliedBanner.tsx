import { useStore } from 'zustand';
import { useAnnounce } from '#kit/Announcer.tsx';
import { Banner } from '#kit/Banner.tsx';
import { Button } from '#kit/Button.tsx';
import { RichText } from '#kit/RichText.tsx';
import type { App } from '#state/app.ts';
import { marked } from '#kit/marked.ts';

/** The change that Write applied last, with its way back, until something else changes. */
export function AppliedBanner({ app }: { readonly app: App }) {
  const { applied, undo, dismiss } = useStore(app.changes);
  const announce = useAnnounce();
  if (applied?.from !== 'write') return null;
  const takeBack = () => {
    undo();
    announce('The change is taken back');
  };
  return (
    <Banner
      icon="check"
      onDismiss={dismiss}
      actions={
        <Button size="dense" icon="undo" onPress={takeBack}>
          Undo
        </Button>
      }
    >
      <output>
        <RichText phrase={marked(applied.sentence)} />
      </output>
    </Banner>
  );
}
