import { useEffect } from 'react';
import { type Address, printAddress, readAddress } from '#state/address.ts';
import type { App } from '#state/app.ts';
import { showPane } from './showPane.ts';

/** Keeps the page's address and the room shown the same, so that the browser's Back and Forward move between rooms. */
export function useAddress(app: App): void {
  useEffect(() => {
    const follow = () => {
      // Without an address the page is at Design.
      const address = readAddress(window.location.hash || '#/design');
      if (address !== null) enter(app, address);
    };
    follow();
    const stop = app.address.subscribe((address) => {
      const there = readAddress(window.location.hash);
      const here = there === null ? '#/design' : printAddress(there);
      const next = printAddress(address);
      if (next !== here) window.location.hash = next;
    });
    window.addEventListener('hashchange', follow);
    return () => {
      stop();
      window.removeEventListener('hashchange', follow);
    };
  }, [app]);
}

function enter(app: App, address: Address): void {
  const { room } = app.address.getState();
  if (address.question === 'who-can' && address.subject !== null)
    app.proofs.getState().choose({ action: address.subject });
  app.address.getState().goTo(address);
  if (address.room === 'prove' && room !== 'prove') showPane(app, 'prove');
}
