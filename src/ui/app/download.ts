import type { App } from '#state/app.ts';

/** Saves the scenario document as a file named after its title. */
export function downloadScenario(app: App): void {
  const title = app.workspace.getState().scenario.title ?? 'scenario';
  const address = URL.createObjectURL(new Blob([app.print()], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${fileName(title)}.json`;
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
