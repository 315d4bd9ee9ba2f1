import type { App } from '#state/app.ts';

/** Larger files are read aside, with progress. */
const LARGEST_AT_ONCE = 1_000_000;

/** Reads a file the user chose or dropped, and puts its text where it belongs. */
export async function openFile(app: App, file: File): Promise<void> {
  const { isOpen, readFile } = app.importing.getState();
  if (isOpen || file.size > LARGEST_AT_ONCE) {
    await readFile(file, file.name);
    return;
  }
  try {
    await app.placement.getState().place(await file.text(), file.name);
  } catch {
    app.placement.setState({ message: `\`${file.name}\` cannot be read.`, tone: 'problem' });
  }
}
