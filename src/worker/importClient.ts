import { proxy } from 'comlink';
import type { ImportReading } from '#engine/exchange/readImport.ts';
import { connectWorker } from './connectWorker.ts';
import type { EngineConnection } from './connection.ts';
import type { ImportSource } from './protocol.ts';

/** One import that is being read. */
export interface ImportUnderWay {
  /** What was read. Rejects when the reader broke. Never settles once it was cancelled. */
  readonly reading: Promise<ImportReading>;
  /** Ends the reading at once, whatever it is doing. */
  cancel(): void;
}

/**
 * Reads an import in an engine of its own, which ends with it: however long a text takes, the page and its answers do not wait,
 * and cancelling is instant.
 *
 * @param onProgress told how much of a file has been read, from 0 to 1
 */
export function startImport(
  source: ImportSource,
  onProgress: (fraction: number) => void,
  connect: () => EngineConnection = () => connectWorker('importer'),
): ImportUnderWay {
  const connection = connect();
  let isOver = false;
  const end = () => {
    isOver = true;
    connection.close();
  };
  const reading = new Promise<ImportReading>((resolve, reject) => {
    connection.onBroken((detail) => {
      if (isOver) return;
      end();
      reject(new Error(detail));
    });
    const progress = proxy((fraction: number) => {
      if (!isOver) onProgress(fraction);
    });
    connection.engine.readImport(source, progress).then(
      (read) => {
        if (isOver) return;
        end();
        resolve(read);
      },
      (error: unknown) => {
        if (isOver) return;
        end();
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
  return {
    reading,
    cancel() {
      if (!isOver) end();
    },
  };
}
