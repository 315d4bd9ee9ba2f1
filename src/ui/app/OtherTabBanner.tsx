import { Banner } from '#kit/Banner.tsx';
import { Button } from '#kit/Button.tsx';
import type { App } from '#state/app.ts';

/** Two tabs have changed the work: nothing is lost, and the user says which version to go on with. */
export function OtherTabBanner({ app }: { readonly app: App }) {
  const { undoOpen, settleTabs } = app.workspace.getState();
  return (
    <Banner
      icon="info"
      onDismiss={settleTabs}
      actions={
        <Button size="dense" icon="undo" onPress={undoOpen}>
          Other version
        </Button>
      }
    >
      <output>This work was also changed in another tab. Both versions are kept.</output>
    </Banner>
  );
}
