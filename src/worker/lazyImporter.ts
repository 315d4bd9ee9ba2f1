import type { DetailsReader, ImportReading } from '#engine/exchange/readImport.ts';
import type { ImportSource, Progress } from './protocol.ts';

/** Files up to this size are read as one text. */
const LARGEST_TEXT = 16_000_000;
/** How much of a file tells what it is. */
const BEGINNING = 1_000_000;

/** Reads what is imported by readers that are loaded with the first import, since most visits never import a template. */
export async function readSource(source: ImportSource, onProgress: Progress): Promise<ImportReading> {
  const {
    DetailsReader: Reader,
    looksLikeDetails,
    readImport,
  } = await import('#engine/exchange/readImport.ts');
  if ('text' in source) return readImport(source.text);
  const { file } = source;
  const encoding = await encodingOf(file);
  const beginning = new TextDecoder(encoding).decode(await file.slice(0, BEGINNING).arrayBuffer());
  if (looksLikeDetails(beginning)) return streamed(file, encoding, new Reader(), onProgress);
  if (file.size > LARGEST_TEXT) {
    const because = `The file has ${Math.round(file.size / 1e6)} MB: only the output of \`get-account-authorization-details\` may have more than 16 MB.`;
    return { format: 'unknown', because };
  }
  return readImport(new TextDecoder(encoding).decode(await file.arrayBuffer()));
}

/** UTF-8, unless the file begins as Windows PowerShell begins what it redirects. */
async function encodingOf(file: Blob): Promise<string> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** The file in chunks: only the entry at hand is in memory as text. */
async function streamed(
  file: Blob,
  encoding: string,
  details: DetailsReader,
  onProgress: Progress,
): Promise<ImportReading> {
  const decoder = new TextDecoder(encoding);
  const chunks = file.stream().getReader();
  let read = 0;
  let told = 0;
  for (;;) {
    // eslint-disable-next-line no-await-in-loop -- one chunk after the other is the point
    const { done, value } = await chunks.read();
    if (done) break;
    read += value.byteLength;
    details.push(decoder.decode(value, { stream: true }));
    if (read - told > file.size / 100) {
      told = read;
      onProgress(read / file.size);
    }
  }
  details.push(decoder.decode());
  return details.end();
}
