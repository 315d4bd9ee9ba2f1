import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The path of a Chromium or Chrome: the one named by CHROMIUM, an installed one, or one installed now by Playwright or apt.
 * Undefined, with a line that says what to do, where none can be had.
 */
export async function findChromium() {
  const found = await installed();
  if (found !== undefined) return found;
  console.log('No Chromium or Chrome found; trying to install one.');
  spawnSync('npx', ['playwright', 'install', 'chromium'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const downloaded = await installed();
  if (downloaded !== undefined) return downloaded;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    spawnSync('sh', ['-c', 'apt-get update -qq && apt-get install -y -qq chromium'], { stdio: 'inherit' });
  }
  const fromApt = await installed();
  if (fromApt === undefined) {
    console.error(
      'The browser tests need Chromium or Chrome: install one, or set CHROMIUM to its path, and run `npm test` again.',
    );
  }
  return fromApt;
}

async function installed() {
  const named = process.env.CHROMIUM;
  if (named !== undefined && named !== '') return named;
  const { chromium } = await import('@playwright/test');
  return [...usual, chromium.executablePath()].find((path) => path !== '' && existsSync(path));
}
