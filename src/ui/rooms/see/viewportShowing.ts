import type { PlanePlace } from './columnLayout.ts';

export interface PlaneView {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

const air = 16;

/** The view moved by as little as shows the whole of a place; the same view where it is in sight already. */
export function viewportShowing(
  view: PlaneView,
  place: PlanePlace,
  window: { readonly width: number; readonly height: number },
): PlaneView {
  const { zoom } = view;
  const x = view.x + shift(view.x + place.x * zoom, place.width * zoom, window.width);
  const y = view.y + shift(view.y + place.y * zoom, place.height * zoom, window.height);
  return x === view.x && y === view.y ? view : { x, y, zoom };
}

/** A thing larger than the window shows its beginning. */
function shift(start: number, length: number, window: number): number {
  const over = start + length + air - window;
  const under = air - start;
  if (under > 0 || length + 2 * air > window) return under;
  return over > 0 ? -over : 0;
}
