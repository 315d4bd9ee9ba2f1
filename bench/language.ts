import type { Page } from '@playwright/test';
import { summary } from './measure.ts';
import { line } from './report.ts';

const ROUNDS = 60;
const WARM_UP = 10;

/** The calls to the engine that are timed: what can be entered, what a word means, the findings; and the sign of life before those. */
const CALLS = ['complete', 'hover', 'reply', 'ping'] as const;

declare global {
  interface Window {
    /** Milliseconds from sending a call to its answer, by the call's name. */
    callTimes: Record<string, number[]>;
  }
}

/** Has a page keep how long each of the calls takes. To be called before the page is opened. */
export async function timeCalls(page: Page): Promise<void> {
  await page.addInitScript((names) => {
    window.callTimes = Object.fromEntries(names.map((name) => [name, []]));
    const asked = new Map<string, { readonly name: string; readonly at: number }>();
    window.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.addEventListener('message', ({ data }: MessageEvent<{ id?: string }>) => {
          const call = asked.get(data.id ?? '');
          if (call !== undefined) window.callTimes[call.name]?.push(performance.now() - call.at);
        });
      }

      override postMessage(message: { id?: string; path?: string[] }, ...rest: never[]): void {
        const [name = ''] = message.path ?? [];
        if (message.id !== undefined && name in window.callTimes) {
          asked.set(message.id, { name, at: performance.now() });
        }
        super.postMessage(message, ...rest);
      }
    };
  }, CALLS);
}

/**
 * Types a letter into an action of the large policy, again and again, so that the list of what fits opens each time.
 *
 * @param caretTo puts the caret behind `kms:DescribeKey` in a statement
 */
export async function benchLanguage(page: Page, caretTo: () => Promise<void>): Promise<void> {
  await caretTo();
  for (let letter = 0; letter < 'Key'.length; letter++) await page.keyboard.press('Backspace');
  await page.keyboard.press('Escape');
  await clear(page);
  const shown: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    if (round === WARM_UP) await clear(page);
    const painted = listPainted(page);
    await page.waitForTimeout(100);
    await page.keyboard.type('K');
    const milliseconds = await painted;
    if (round >= WARM_UP) shown.push(milliseconds);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Escape');
    await page.waitForTimeout(150);
  }
  const { complete = [], reply = [], ping = [] } = await page.evaluate(() => window.callTimes);
  console.log('\nBrowser, the same policy, a letter typed into an action, the list of completions opening');
  const yardstick = summary(ping);
  line('sign of life of the engine (the yardstick)', yardstick, undefined);
  line(`completion, asked to answered (${complete.length} calls)`, summary(complete), yardstick);
  line(`findings and verdict, asked to answered (${reply.length} calls)`, summary(reply), yardstick);
  line('completion, key to list on screen', summary(shown), yardstick);
  await benchHover(page);
}

async function benchHover(page: Page): Promise<void> {
  await clear(page);
  for (let round = 0; round < ROUNDS; round++) {
    await page.keyboard.press('ControlOrMeta+KeyI');
    await page.waitForTimeout(60);
    await page.keyboard.press('Escape');
  }
  const { hover = [] } = await page.evaluate(() => window.callTimes);
  line(`hover, asked to answered (${hover.length} calls)`, summary(hover), undefined);
}

async function clear(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const times of Object.values(window.callTimes)) times.length = 0;
  });
}

/** From the next key to the painting of the list. */
function listPainted(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const isOpen = () => document.querySelector('.suggest-widget.visible .monaco-list-row') !== null;
    const started = await new Promise<number>((resolve) => {
      addEventListener('keydown', (event) => resolve(event.timeStamp), { once: true, capture: true });
    });
    await new Promise<void>((resolve) => {
      const look = () => (isOpen() ? resolve() : requestAnimationFrame(look));
      look();
    });
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - started;
  });
}
