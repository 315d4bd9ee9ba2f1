import { useState } from 'react';
import { Button } from '#kit/Button.tsx';
import { IconButton } from '#kit/IconButton.tsx';
import { Menu } from '#kit/Menu.tsx';
import { useLayout } from '#kit/useLayout.ts';
import type { App } from '#state/app.ts';
import { examples } from '../../examples/examples.ts';
import { LazyExport } from './LazyExport.tsx';
import { ShortcutHelp } from './ShortcutHelp.tsx';
import { ThemeMenu } from './ThemeMenu.tsx';

/** Bringing work in, taking it out, and the page's own settings. */
export function HeaderActions({ app }: { readonly app: App }) {
  const [helpOpen, setHelpOpen] = useState(false);
  const [exportOpen, setExportOpen] = useState(false);
  const isNarrow = useLayout() === 'narrow';
  return (
    <>
      <Menu
        label="Examples"
        placement="bottom end"
        trigger={<Button variant="quiet">Examples</Button>}
        actions={examples.map(({ id, story, scenario }) => ({
          id,
          text: scenario.title ?? id,
          secondary: story,
          onAction: () => app.workspace.getState().open(scenario),
        }))}
      />
      {!isNarrow && (
        <>
          <ThemeMenu app={app} />
          <IconButton icon="help" label="Keyboard shortcuts" onPress={() => setHelpOpen(true)} />
        </>
      )}
      <Button {...(!isNarrow && { icon: 'import' as const })} onPress={() => app.importing.getState().open()}>
        Import
      </Button>
      <Button
        variant="primary"
        {...(!isNarrow && { icon: 'share' as const })}
        onPress={() => setExportOpen(true)}
      >
        Export
      </Button>
      {exportOpen && <LazyExport app={app} onClose={() => setExportOpen(false)} />}
      <ShortcutHelp isOpen={helpOpen} onClose={() => setHelpOpen(false)} />
    </>
  );
}
