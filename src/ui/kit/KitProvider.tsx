import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { Announcer } from './Announcer.tsx';

export interface KitProviderProps {
  readonly children: ReactNode;
}

/** Around the whole app, once: the live region, and one language for everything the widgets say. */
export function KitProvider({ children }: KitProviderProps) {
  return (
    <I18nProvider locale="en-US">
      <Announcer>{children}</Announcer>
    </I18nProvider>
  );
}
