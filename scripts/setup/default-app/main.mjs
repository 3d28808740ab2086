// The default app of the stand-in Electron: opens the app folder named on the command line, as `electron FOLDER` does.
// Copied by set-up into the stand-in, which was built without one; the official Electron never sees this file.
// Playwright puts `-r MODULE` before the folder, to attach before the app starts, so such modules are loaded first.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const require = createRequire(import.meta.url);

try {
  const folder = resolve(appFolder(process.argv.slice(1)));
  const {
    main = 'index.js',
    name,
    productName,
    version,
  } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  process.defaultApp = true;
  app.setAppPath(folder);
  app.setName(productName ?? name);
  app.setVersion(version);
  await import(pathToFileURL(join(folder, main)).href);
} catch (error) {
  process.stderr.write(`The app could not be opened: ${error?.stack ?? error}\n`);
  app.exit(1);
}

/** Loads the modules asked for with `-r` and finds the first argument that is no option. */
function appFolder(args) {
  for (let i = 0; i < args.length; i += 1) {
    if (args[i] === '-r' || args[i] === '--require') {
      i += 1;
      require(args[i]);
    } else if (!args[i].startsWith('-')) {
      return args[i];
    }
  }
  throw new Error('no app folder was named. Start it as: electron FOLDER');
}
