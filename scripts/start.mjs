// `npm start`: opens the built app. Without a screen it says so and shows the tour on a virtual one instead.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { appFolder, electronPath, hasScreen, launchArguments } from './launch.mjs';

const [command, args] = hasScreen()
  ? [electronPath(), [...launchArguments(), appFolder, ...process.argv.slice(2)]]
  : [process.execPath, [join(appFolder, 'scripts', 'tour.mjs')]];
if (!hasScreen()) console.log('There is no screen here (no DISPLAY), so this shows the tour on a virtual one instead.');

const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
if (error) console.error(`${command} could not be started: ${error.message}. Run: npm run setup`);
process.exitCode = status ?? 1;
