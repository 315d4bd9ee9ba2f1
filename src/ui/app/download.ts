import type { App } from '#state/app.ts';

/** Saves the scenario document as a file named after its title. */
export function downloadScenario(app: App): void {
  const title = app.workspace.getState().scenario.title ?? 'scenario';
  saveFile(`${fileName(title)}.json`, app.print(), 'application/json');
}

/** Hands a file to the browser. */
export function saveFile(file: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file;
  link.click();
  URL.revokeObjectURL(address);
}

/** Letters, digits and dashes of a title; never empty. */
function fileName(title: string): string {
  const name = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return name === '' ? 'scenario' : name;
}
