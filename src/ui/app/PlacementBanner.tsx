import { useStore } from 'zustand';
import { Banner } from '#kit/Banner.tsx';
import { Button } from '#kit/Button.tsx';
import { RichText } from '#kit/RichText.tsx';
import type { App } from '#state/app.ts';
import { OtherTabBanner } from './OtherTabBanner.tsx';
import { marked } from '#kit/marked.ts';

/** What came of the last paste or opened file, with the way back. */
export function PlacementBanner({ app }: { readonly app: App }) {
  const { message, tone, choices = [] } = useStore(app.placement);
  const hasPrevious = useStore(app.workspace, (state) => state.previous !== null);
  const isElsewhere = useStore(app.workspace, (state) => state.previous?.tab !== undefined);
  if (message === null) return isElsewhere ? <OtherTabBanner app={app} /> : null;
  const dismiss = () => app.placement.getState().dismiss();
  const goBack = () => {
    app.workspace.getState().undoOpen();
    dismiss();
  };
  return (
    <Banner
      tone={tone === 'problem' ? 'attention' : 'note'}
      icon={tone === 'problem' ? 'warning' : 'info'}
      onDismiss={dismiss}
      actions={
        tone === 'done' && hasPrevious ? (
          <>
            {choices.length > 0 && <span>Or is it:</span>}
            {choices.map(({ kind, label }) => (
              <Button key={kind} size="dense" onPress={() => app.placement.getState().placeAs(kind)}>
                {label}
              </Button>
            ))}
            <Button size="dense" icon="undo" onPress={goBack}>
              Previous version
            </Button>
          </>
        ) : undefined
      }
    >
      <output>
        <RichText phrase={marked(message)} />
      </output>
    </Banner>
  );
}
