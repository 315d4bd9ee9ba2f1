import { installPackages, run } from './ready.mjs';

installPackages();
run('Building the app', 'npx', ['vite', 'build', '--logLevel', 'warn']);
const options = process.env.CI || process.env.BROWSER === 'none' ? [] : ['--open'];
run('Keyway, on its example', 'npx', ['vite', 'preview', ...options, ...process.argv.slice(2)]);
