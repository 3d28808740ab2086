// `npm run dev`: the app from source, the renderer reloaded as it is edited (electron-vite's development server).
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { appFolder, launchArguments, onScreen } from './launch.mjs';

const electronVite = join(appFolder, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
const noSandbox = launchArguments().includes('--no-sandbox') ? ['--noSandbox'] : [];
const [command, args] = onScreen(process.execPath, [
  electronVite,
  'dev',
  '--watch',
  ...noSandbox,
  ...process.argv.slice(2),
]);
const { status, error } = spawnSync(command, args, { cwd: appFolder, stdio: 'inherit' });
if (error) console.error(`${command} could not be started: ${error.message}. Run: npm run setup`);
process.exitCode = status ?? 1;
