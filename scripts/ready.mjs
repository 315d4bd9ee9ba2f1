// Plain JavaScript without dependencies: these scripts run before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const root = new URL('..', import.meta.url);
const stamp = new URL('node_modules/.keyway-installed', root);

/** Installs the exact packages of package-lock.json, unless that was done already for this very lock file. */
export function installPackages() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(`Keyway needs Node.js 20.19 or newer, and this is ${process.versions.node}.`);
  }
  const lock = readFileSync(new URL('package-lock.json', root), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  run('Installing packages', 'npm', ['ci', '--no-audit', '--no-fund']);
  writeFileSync(stamp, lock);
}

/** Runs a command in the project's folder with its output shown; ends the process with its status if it fails. */
export function run(title, command, args, env = {}) {
  const result = attempt(title, command, args, env);
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** Like `run`, but gives the result back. */
export function attempt(title, command, args, env = {}) {
  console.log(`\n▸ ${title}`);
  return spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
}

export function stop(message) {
  console.error(message);
  process.exit(1);
}
