import type { Moment } from '#engine/world/world.ts';

/** What the computer's clock says. */
export function now(): Moment {
  const milliseconds = Date.now();
  return { iso: new Date(milliseconds).toISOString(), epochSeconds: Math.floor(milliseconds / 1000) };
}
