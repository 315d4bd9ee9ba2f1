import { chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { benchLanguage, timeCalls } from './language.ts';
import { largePolicy } from './largePolicy.ts';
import { longTaskWords, partsOf } from './longTasks.ts';
import type { LongTask, ScriptTime, TaskParts } from './longTasks.ts';
import { summary } from './measure.ts';
import { line } from './report.ts';

const EDITS = 25;
const WARM_UP = 5;

/** A place in the key policy where one letter is replaced by another, and where the page shows what that changed. */
interface Place {
  readonly name: string;
  /** The first line that has `after` followed by `before` is edited, where they meet. */
  readonly after: string;
  readonly before?: string;
  /** What is typed there, in turn. */
  readonly letters: string;
  /** The part of the page whose words follow the edit. */
  readonly shows: string;
  /** The tab of See that is shown meanwhile; default: the graph's. */
  readonly tab?: 'Table';
}

/** Where an action is typed. */
const ACTION: Pick<Place, 'after' | 'before'> = { after: '"kms:DescribeKey', before: '"' };

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

const PLACES: readonly Place[] = [
  {
    name: 'edit of a Sid to verdict and reasons on screen',
    after: '"EnableIamPolicies',
    letters: LETTERS,
    shows: '#pane-ask [role="tree"]',
  },
  {
    name: 'edit of a Sid that another statement has to the finding on screen',
    after: '"Sid": "Application0',
    letters: '123456789',
    shows: '#pane-write [data-document] > :last-child',
  },
  {
    name: "edit of a role's account to the graph on screen",
    after: ':111122223333',
    before: ':role/team-0/Application0',
    letters: '0123456789',
    shows: '#pane-see',
  },
  {
    name: "edit of a role's account to the table on screen",
    after: ':111122223333',
    before: ':role/team-0/Application0',
    letters: '9876543210',
    shows: '#pane-see',
    tab: 'Table',
  },
];

/** What one edit of the key policy cost in the page. */
interface Edit {
  /** From the key to the painting of what it changed. */
  readonly shown: number;
  /** The yardstick: from asking for a frame to getting the one after it, right before. */
  readonly frames: number;
  /** The tasks of the main thread of more than 50 ms meanwhile. */
  readonly longTasks: readonly TaskParts[];
}

/** A frame that took long names the scripts that ran in it. */
interface LongEntry extends PerformanceEntry {
  readonly scripts?: readonly (PerformanceEntry & { readonly sourceURL: string })[];
}

/** The built app in a real browser: a 32 KB key policy, edited letter by letter. Needs `npm run build` first. */
export async function benchBrowser(chromiumPath: string): Promise<void> {
  const server = await preview({
    base: '/keyway/',
    preview: { port: 4320, strictPort: true, host: '127.0.0.1' },
    logLevel: 'silent',
  });
  const isRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: [...(isRoot ? ['--no-sandbox'] : []), '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    // The loader that runs this file names functions through a helper, which the page must then have.
    await page.addInitScript('globalThis.__name = (value) => value');
    await timeCalls(page);
    await page.goto('http://127.0.0.1:4320/keyway/');
    await page.getByRole('textbox', { name: /^Key policy, JSON/ }).waitFor({ state: 'attached' });
    await paste(page, largePolicy());
    await page.getByRole('heading', { name: /^(Allowed|Denied)/ }).waitFor();
    await page.waitForTimeout(3000);
    const edits = new Map<Place, Edit[]>(PLACES.map((place) => [place, []]));
    const processorTime = await processorClock(page);
    const spent = new Map<Place, number>();
    for (const [place, measured] of edits) {
      if (place.tab !== undefined) await page.getByRole('tab', { name: place.tab }).first().click();
      await caretTo(page, place);
      for (let round = 0; round < WARM_UP; round++) measured.push(await edit(page, place, round));
      const start = await processorTime();
      for (let round = WARM_UP; round < EDITS; round++) measured.push(await edit(page, place, round));
      spent.set(place, ((await processorTime()) - start) / (EDITS - WARM_UP));
    }
    console.log('\nBrowser, built app, key policy of 32 KB in the editor, graph or table on screen');
    const warm = [...edits].map(([place, measured]) => [place, measured.slice(WARM_UP)] as const);
    const all = warm.flatMap(([, measured]) => measured);
    const yardstick = summary(all.map(({ frames }) => frames));
    line('two frames of this browser (the yardstick)', yardstick, undefined);
    for (const [place, measured] of warm) {
      line(place.name, summary(measured.map(({ shown }) => shown)), yardstick);
      console.log(`    ${(spent.get(place) ?? 0).toFixed(0)} ms of processor time in the main thread`);
    }
    console.log(`  ${longTaskWords(all.map(({ longTasks }) => longTasks))}`);
    await benchLanguage(page, () => caretTo(page, ACTION));
  } finally {
    await browser.close();
    await server.close();
  }
}

/** How much of the processor the page's main thread has used, in milliseconds, the selecting of letters included. */
async function processorClock(page: Page): Promise<() => Promise<number>> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await devTools.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

/**
 * Replaces one letter, and waits until what it changed is on screen: painted, not only in the document. The text is another one
 * than those read last, so that nothing was read before, and as long.
 */
async function edit(page: Page, place: Place, round: number): Promise<Edit> {
  // The letter before the caret.
  await page.keyboard.press('Shift+ArrowLeft');
  // Answers once the page listens for the key, with what it will come to.
  const measured = await page.evaluateHandle(async (selector) => {
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const shown = () => document.querySelector(selector)?.textContent ?? '';
    const painted = async () => {
      await frame();
      await new Promise((resolve) => setTimeout(resolve));
      return performance.now();
    };
    await frame();
    const asked = performance.now();
    await frame();
    await frame();
    const frames = performance.now() - asked;
    const tasks: LongTask[] = [];
    const scripts: ScriptTime[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as LongEntry[]) {
        const { startTime, duration } = entry;
        if (entry.entryType === 'longtask') tasks.push({ from: startTime, to: startTime + duration });
        for (const part of entry.scripts ?? [])
          scripts.push({ from: part.startTime, to: part.startTime + part.duration, source: part.sourceURL });
      }
    });
    observer.observe({ entryTypes: ['longtask', 'long-animation-frame'] });
    const before = shown();
    const key = new Promise<number>((resolve) => {
      addEventListener('keydown', (event) => resolve(event.timeStamp), { once: true, capture: true });
    });
    const changed = new Promise<void>((resolve) => {
      const changes = new MutationObserver(() => {
        if (shown() === before) return;
        changes.disconnect();
        resolve();
      });
      // Its pane alone: reading all its words after every change of the page would cost more than what is measured.
      const pane = document.querySelector(selector.split(' ', 1)[0] ?? '') ?? document.body;
      changes.observe(pane, { subtree: true, childList: true, characterData: true });
    });
    const watch = async () => {
      const started = await key;
      await changed;
      const end = await painted();
      await new Promise((resolve) => setTimeout(resolve, 250));
      observer.disconnect();
      return { shown: end - started, frames, tasks, scripts };
    };
    return { watched: watch() };
  }, place.shows);
  await page.waitForTimeout(200);
  await page.keyboard.press(place.letters.charAt(round % place.letters.length));
  const { shown, frames, tasks, scripts } = await measured.evaluate(({ watched }) => watched);
  return { shown, frames, longTasks: tasks.map((task) => partsOf(task, scripts)) };
}

/** Puts the caret behind the letter that is to be replaced. */
async function caretTo(page: Page, { after, before = '' }: Pick<Place, 'after' | 'before'>): Promise<void> {
  const lines = largePolicy().split('\n');
  const line = lines.findIndex((each) => each.includes(after + before));
  const column = (lines[line]?.indexOf(after + before) ?? 0) + after.length;
  await page.getByRole('textbox', { name: /^Key policy, JSON/ }).focus();
  await page.keyboard.press('ControlOrMeta+Home');
  for (let down = 0; down < line; down++) await page.keyboard.press('ArrowDown');
  // The caret is in column 1; Home would go to the first letter.
  for (let right = 0; right < column; right++) await page.keyboard.press('ArrowRight');
}
