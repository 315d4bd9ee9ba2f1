import { useStore } from 'zustand';
import { IconButton } from '#kit/IconButton.tsx';
import { Menu } from '#kit/Menu.tsx';
import type { App, PreferencesState } from '#state/app.ts';

const themes: readonly { readonly id: PreferencesState['theme']; readonly text: string }[] = [
  { id: 'system', text: 'Theme of the system' },
  { id: 'light', text: 'Light' },
  { id: 'dark', text: 'Dark' },
];

/** How the page looks, and how the policy is edited. */
export function ThemeMenu({ app }: { readonly app: App }) {
  const { theme, plainEditor, statementNotes } = useStore(app.preferences);
  const set = (change: Partial<PreferencesState>) => app.preferences.getState().set(change);
  return (
    <Menu
      label="Settings"
      placement="bottom end"
      trigger={<IconButton icon="settings" label="Settings" />}
      actions={[
        ...themes.map(({ id, text }) => ({
          id,
          text,
          ...(id === theme ? { icon: 'check' as const } : {}),
          onAction: () => set({ theme: id }),
        })),
        {
          id: 'plain-editor',
          text: 'Plain text editor',
          secondary: 'For screen readers and voice control',
          startsGroup: true,
          ...(plainEditor ? { icon: 'check' as const } : {}),
          onAction: () => set({ plainEditor: !plainEditor }),
        },
        {
          id: 'statement-notes',
          text: 'Notes beside statements',
          ...(statementNotes ? { icon: 'check' as const } : {}),
          onAction: () => set({ statementNotes: !statementNotes }),
        },
      ]}
    />
  );
}
