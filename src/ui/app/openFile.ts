import type { App } from '#state/app.ts';

/** Larger files hold no scenario; reading one would only make the page slow. */
const LARGEST_FILE = 16_000_000;

/** Reads a file the user chose or dropped, and puts its text where it belongs. */
export async function openFile(app: App, file: File): Promise<void> {
  if (file.size > LARGEST_FILE) {
    const message = `\`${file.name}\` has ${Math.round(file.size / 1e6)} MB; scenarios and policies of up to 16 MB can be opened.`;
    app.placement.setState({ message, tone: 'problem' });
    return;
  }
  try {
    await app.placement.getState().place(await file.text(), file.name);
  } catch {
    app.placement.setState({ message: `\`${file.name}\` cannot be read.`, tone: 'problem' });
  }
}
