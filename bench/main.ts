import { benchBrowser } from './browser.ts';
import { benchEngine } from './engine.ts';

benchEngine();
const { findChromium }: { findChromium: () => Promise<string | undefined> } = await import(
  String(new URL('../scripts/chromium.mjs', import.meta.url))
);
const chromium = await findChromium();
if (chromium !== undefined) await benchBrowser(chromium);
