import { chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { largePolicy } from './largePolicy.ts';
import { summary } from './measure.ts';
import { line } from './report.ts';

const EDITS = 25;

/** What one edit of the key policy cost in the page. */
interface Edit {
  /** From the edit to the new verdict on screen. */
  readonly answered: number;
  /** The yardstick: from asking for a frame to getting the one after it, right before. */
  readonly frames: number;
  /** The longest task of the main thread meanwhile; 0 where none was longer than 50 ms, the shortest the browser reports. */
  readonly longestTask: number;
}

/** The built app in a real browser: a 32 KB key policy, edited until the verdict flips, again and again. Needs `npm run build` first. */
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
    await page.goto('http://127.0.0.1:4320/keyway/');
    await page.getByRole('textbox', { name: /^Key policy, JSON/ }).waitFor({ state: 'attached' });
    await paste(page, largePolicy());
    await page.getByRole('heading', { name: /^(Allowed|Denied)/ }).waitFor();
    await page.waitForTimeout(3000);
    const edits: Edit[] = [];
    for (let round = 0; round < EDITS; round++) edits.push(await edit(page));
    const warm = edits.slice(5);
    console.log('\nBrowser, built app, key policy of 32 KB in the editor, graph on screen');
    const yardstick = summary(warm.map(({ frames }) => frames));
    line('two frames of this browser (the yardstick)', yardstick, undefined);
    line('edit to verdict on screen', summary(warm.map(({ answered }) => answered)), yardstick);
    console.log(
      `  longest task of the main thread: ${Math.max(...warm.map(({ longestTask }) => longestTask)).toFixed(0)} ms (0: none over 50 ms)`,
    );
  } finally {
    await browser.close();
    await server.close();
  }
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

/** Types one letter into the first statement's Sid, and waits until the reasons on screen say it. */
async function edit(page: Page): Promise<Edit> {
  await page.getByRole('textbox', { name: /^Key policy, JSON/ }).focus();
  await page.keyboard.press('ControlOrMeta+Home');
  for (let down = 0; down < 4; down++) await page.keyboard.press('ArrowDown');
  for (const key of ['End', 'ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key);
  const measured = page.evaluate(async () => {
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    await frame();
    const asked = performance.now();
    await frame();
    await frame();
    const frames = performance.now() - asked;
    let longestTask = 0;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) longestTask = Math.max(longestTask, entry.duration);
    });
    observer.observe({ entryTypes: ['longtask'] });
    const shown = () => document.querySelector('#pane-ask [role="tree"]')?.textContent ?? '';
    const before = shown();
    const started = await new Promise<number>((resolve) => {
      addEventListener('keydown', () => resolve(performance.now()), { once: true, capture: true });
    });
    while (shown() === before) await frame();
    const answered = performance.now() - started;
    await frame();
    await frame();
    observer.disconnect();
    return { answered, frames, longestTask };
  });
  await page.waitForTimeout(200);
  await page.keyboard.press('x');
  return measured;
}
