import { parseJson } from '#engine/source/parseJson.ts';
import { printJson } from '#engine/source/printJson.ts';

/** The text printed evenly: two spaces a level. The text itself where it cannot be read, so that nothing is lost. */
export function formatted(text: string): string {
  const { root, diagnostics } = parseJson(text, 'text');
  const broken =
    root === undefined ||
    diagnostics.some(({ code }) => code !== 'DUPLICATE_KEY' && code !== 'LONE_SURROGATE');
  return broken ? text : printJson(root);
}
