// The stages of `npm test`: each runs one tool, shows its output as it comes, and answers with counts.
// Tools that count for themselves leave a JSON report in out/test/; one that ends badly without a report counts as a failure.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { appFolder, onScreen } from '../launch.mjs';
import { buildApp } from '../setup/build.mjs';
import { toolsNode } from '../setup/places.mjs';
import { SetupError } from '../setup/say.mjs';

const reports = join(appFolder, 'out', 'test');

/** The stages by name, in the order they run. Each takes its tool's further arguments. */
export const stages = { types, lint, unit, e2e };

function types(args) {
  return asOneTest(node('typescript/bin/tsc', ['-b', ...args]));
}

function lint(args) {
  return asOneTest(node('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', ...args]));
}

function unit(args) {
  const report = freshReport('unit.json');
  const ok = node('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${report}`,
    ...args,
  ]);
  return counted(report, ok, (json) => ({
    passed: json.numPassedTests,
    // A file that can't be loaded holds no test that could fail, so it counts itself.
    failed:
      json.numFailedTests +
      json.testResults.filter((f) => f.status === 'failed' && f.assertionResults.length === 0).length,
    skipped: json.numPendingTests + json.numTodoTests,
  }));
}

function e2e(args) {
  try {
    buildApp();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(`The app to test is missing: ${error.message}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const report = freshReport('e2e.json');
  const ok = node('@playwright/test/cli.js', ['test', ...args], onScreen);
  return counted(report, ok, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }));
}

/** Runs a tool of node_modules on the tools' Node. @returns whether it ended well. */
function node(tool, args, wrap = (...command) => command) {
  const [command, all] = wrap(toolsNode(), [join(appFolder, 'node_modules', tool), ...args]);
  const { status, error } = spawnSync(command, all, { cwd: appFolder, stdio: 'inherit' });
  if (error) console.error(`${command} could not be started: ${error.message}. Run: npm run setup`);
  return status === 0;
}

function asOneTest(ok) {
  console.log(ok ? 'Nothing to complain about.' : '');
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

function freshReport(name) {
  mkdirSync(reports, { recursive: true });
  const file = join(reports, name);
  rmSync(file, { force: true });
  return file;
}

/** The report's counts; a tool that failed although no test did (a crash, a stray error) adds one failure. */
function counted(report, ok, read) {
  if (!existsSync(report)) return { passed: 0, failed: ok ? 0 : 1, skipped: 0 };
  const counts = read(JSON.parse(readFileSync(report, 'utf8')));
  const failedSilently = !ok && counts.failed === 0;
  return failedSilently ? { ...counts, failed: 1 } : counts;
}
