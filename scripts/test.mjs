// `npm test [STAGE] [ARGS]`: types, lint, unit tests, end-to-end tests, in this order, each to its end whatever failed before.
// The last line sums them up: "N passed, N failed, N skipped"; types and lint count as one test each.
// A stage that ran no test has failed. ARGS go to the stage's tool.
import { stages } from './test/stages.mjs';

const [wanted, ...args] = process.argv.slice(2);
if (wanted && !stages[wanted]) {
  console.error(`There is no stage "${wanted}". Stages: ${Object.keys(stages).join(', ')}.`);
  process.exit(2);
}

const sum = { passed: 0, failed: 0, skipped: 0 };
for (const name of wanted ? [wanted] : Object.keys(stages)) {
  console.log(`\n── ${name} ──`);
  const result = await stages[name](args);
  const ran = result.passed + result.failed + result.skipped;
  if (ran === 0) console.log(`No test ran in the stage "${name}".`);
  sum.passed += result.passed;
  sum.failed += ran === 0 ? 1 : result.failed;
  sum.skipped += result.skipped;
}

process.exitCode = sum.failed > 0 ? 1 : 0;
console.log(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
