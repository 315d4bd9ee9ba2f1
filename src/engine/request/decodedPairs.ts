import { canonicalBase64 } from '../conditions/base64.ts';
import type { Json } from '../scenario/scenario.ts';
import { pairsOf } from './parameters.ts';

/** The pairs of a base64 text that holds a JSON object in UTF-8; none where it holds anything else. */
export function decodedPairs(text: string): ReadonlyMap<string, string> {
  const spelled = canonicalBase64(text);
  if (spelled === undefined) return new Map();
  try {
    return pairsOf(JSON.parse(decodeURIComponent(escapedBytes(spelled))) as Json);
  } catch {
    return new Map();
  }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Every byte as `%xx`, which `decodeURIComponent` reads as UTF-8. */
function escapedBytes(base64: string): string {
  let bits = '';
  for (const character of base64.replaceAll('=', ''))
    bits += alphabet.indexOf(character).toString(2).padStart(6, '0');
  let escaped = '';
  for (let at = 0; at + 8 <= bits.length; at += 8) {
    escaped += `%${Number.parseInt(bits.slice(at, at + 8), 2)
      .toString(16)
      .padStart(2, '0')}`;
  }
  return escaped;
}
