import type { ImportReading } from '#engine/exchange/readImport.ts';
import type { ImportSource, Progress } from './protocol.ts';

/** Files up to this size are read as one text. */
const LARGEST_TEXT = 16_000_000;

/** Reads what is imported by readers that are loaded with the first import, since most visits never import a template. */
export async function readSource(source: ImportSource, onProgress: Progress): Promise<ImportReading> {
  const { readImport } = await import('#engine/exchange/readImport.ts');
  if ('text' in source) return readImport(source.text);
  const { file } = source;
  if (file.size > LARGEST_TEXT) {
    const because = `The file has ${Math.round(file.size / 1e6)} MB: up to 16 MB are read.`;
    return { format: 'unknown', because };
  }
  const text = await file.text();
  onProgress(1);
  return readImport(text);
}
