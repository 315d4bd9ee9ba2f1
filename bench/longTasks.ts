/** A script's part in a frame that took long, as the browser reports those of 5 ms and more. */
export interface ScriptTime {
  readonly from: number;
  readonly to: number;
  /** The file it came from; empty for what the bench itself runs in the page. */
  readonly source: string;
}

/** A task of the main thread of more than 50 ms, the shortest the browser reports. */
export interface LongTask {
  readonly from: number;
  readonly to: number;
}

/** What a long task consisted of, in milliseconds. */
export interface TaskParts {
  readonly all: number;
  /** In scripts of the page that are not the editor's. */
  readonly own: number;
  /** In those of the editor. */
  readonly editor: number;
}

/** Monaco's own file, named after the component that brings it along. */
const EDITOR = /\/MonacoEditor-/;

export function partsOf({ from, to }: LongTask, scripts: readonly ScriptTime[]): TaskParts {
  const spent = (isMeant: (source: string) => boolean) =>
    scripts
      .filter(({ source }) => source !== '' && isMeant(source))
      .reduce((sum, script) => sum + Math.max(0, Math.min(to, script.to) - Math.max(from, script.from)), 0);
  const editor = spent((source) => EDITOR.test(source));
  return { all: to - from, own: spent((source) => !EDITOR.test(source)), editor };
}

/** What there is to say about the long tasks of some edits, so that it can be checked whose they are. */
export function longTaskWords(edits: readonly (readonly TaskParts[])[]): string {
  const tasks = edits.flat().toSorted((left, right) => right.all - left.all);
  const [longest] = tasks;
  if (longest === undefined) return `no task of the main thread over 50 ms in ${edits.length} edits`;
  const count = edits.filter((each) => each.length > 0).length;
  const most = Math.max(...tasks.map(({ own }) => own));
  return [
    `a task of the main thread over 50 ms in ${count} of ${edits.length} edits`,
    `  the longest: ${parts(longest)}`,
    `  the page's own scripts took at most ${most.toFixed(0)} ms of one`,
  ].join('\n  ');
}

function parts({ all, own, editor }: TaskParts): string {
  const rest = all - own - editor;
  return `${all.toFixed(0)} ms, ${own.toFixed(0)} in the page's own scripts, ${editor.toFixed(0)} in the editor's, ${rest.toFixed(0)} in style, layout, painting, garbage collection and waiting for a processor`;
}
