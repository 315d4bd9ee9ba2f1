import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { App } from '#state/app.ts';

/** Sets the chosen theme on the page; without one the system's counts. */
export function useTheme(app: App): void {
  const theme = useStore(app.preferences, (state) => state.theme);
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}
