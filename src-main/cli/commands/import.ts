/** `postil import PATH…` */
import { resolve } from 'node:path';
import type { ImportReport } from '@shared/contract/import-report';
import { importLossSentence } from '@shared/outcome/import-loss-words';
import { type CommandContext, type ExitCode, exitCodes, printJson } from '../io';
import { columns, plainLine, styleFor } from '../print-text';
import { progressOn } from '../progress';
import { usageError } from '../report-error';
import { documentArgument } from '../uid-arguments';
import { withArchive } from '../with-archive';

/** Imports files and folders; exit code 1 when something failed or the person stopped it. */
export async function importCommand(
  context: CommandContext,
  paths: readonly string[],
  into?: string,
): Promise<ExitCode> {
  const { io, json } = context;
  const progress = await progressOn(io);
  const absolute = paths.map((path) => resolve(io.folder, path));
  const [only, ...others] = absolute;
  if (into !== undefined && others.length > 0) throw usageError('--into takes one file: the document’s own.');
  const document = into === undefined ? undefined : documentArgument(into);
  const report = await withArchive(
    context,
    async (services) => {
      try {
        const options = { signal: io.signal, onProgress: progress.update };
        return document === undefined || only === undefined
          ? await services.importPaths(absolute, options)
          : await services.importInto(document, only, options);
      } finally {
        progress.stop();
      }
    },
    { create: into === undefined },
  );
  if (json) printJson(io, importJson(report));
  else printReport(context, report);
  if (report.cancelled) io.err('Stopped. What had come in stays; import again to go on.\n');
  return report.failed.length > 0 || report.cancelled ? exitCodes.someFailed : exitCodes.done;
}

function importJson({ imported, skipped, updated, annotated, missing, alike, failed }: ImportReport): unknown {
  return {
    imported: imported.map(({ uid, path, title, lang }) => ({ uid, path, title, lang })),
    skipped: skipped.map(({ path, reason, uid }) => ({ path, reason, uid })),
    updated: updated.map(({ losses: _, ...version }) => version),
    annotated: annotated.map(({ losses: _, ...counts }) => counts),
    missing: missing.map(({ losses: _, ...counts }) => counts),
    alike: alike.map(({ uid, other, share }) => ({ uid, other, share })),
    failed: failed.map(({ path, code, message }) => ({ path, code, message })),
  };
}

/** What came of an import, for people. */
export function printReport({ io }: CommandContext, report: ImportReport): void {
  const { imported, skipped, updated, annotated, missing, alike, failed } = report;
  const style = styleFor(io);
  for (const { uid, title, losses, passages } of imported) {
    io.out(`${style.bold(plainLine(title))}\n  ${style.dim(uid)}\n`);
    if (passages > 0) io.out(`  passages that came with it: ${passages}\n`);
    for (const loss of losses) io.out(`  ${plainLine(importLossSentence(loss, 'en'))}\n`);
  }
  for (const { uid, title, text, carried, orphaned, losses } of updated) {
    const did = { first: 'has its text now', changed: 'new version', same: 'the same text from another file' }[text];
    io.out(`${style.bold(plainLine(title))}\n  ${style.dim(uid)} ${did}${passagesCarried(carried, orphaned)}\n`);
    for (const loss of losses) io.out(`  ${plainLine(importLossSentence(loss, 'en'))}\n`);
  }
  for (const { uid, title, attached, orphaned, alreadyHere, losses } of annotated) {
    const counts = `passages: ${attached} attached, ${orphaned} without a place, ${alreadyHere} already here`;
    io.out(`${style.bold(plainLine(title))}\n  ${style.dim(uid)} ${counts}\n`);
    for (const loss of losses) io.out(`  ${plainLine(importLossSentence(loss, 'en'))}\n`);
  }
  for (const { title, url, passages, losses } of missing) {
    const name = [title, url].filter((part) => part !== '').join(' ') || 'an article without a title or an address';
    io.err(`${plainLine(name)}\n  not here: ${passages} passages not attached; import it, then this file again\n`);
    for (const loss of losses) io.err(`  ${plainLine(importLossSentence(loss, 'en'))}\n`);
  }
  for (const { uid, other, otherTitle, share } of alike) {
    const percent = Math.floor(share * 100);
    io.out(
      `${style.dim(uid)} looks like one that is here (${percent} %): ${plainLine(otherTitle)} ${style.dim(other)}\n`,
    );
  }
  for (const { uid, title, reason } of skipped) {
    const why = reason === 'unchanged' ? 'nothing changed' : 'already here';
    io.out(`${style.bold(plainLine(title))}\n  ${style.dim(uid)} ${why}\n`);
  }
  for (const { path, message } of failed) io.err(`${plainLine(path)}\n  ${plainLine(message)}\n`);
  const numbers: readonly (readonly [string, number])[] = [
    ['imported', imported.length],
    ['new versions', updated.length],
    ['already here', skipped.length],
    ['annotated', annotated.length],
    ['articles not here', missing.length],
    ['like others here', alike.length],
    ['failed', failed.length],
  ];
  if (numbers.every(([, count]) => count === 0)) io.out('Nothing to import was found there.\n');
  else io.out(columns(numbers.filter(([, count]) => count > 0).map(([name, count]) => [name, String(count)])));
}

/** What became of the passages of an earlier version; nothing when it had none. */
function passagesCarried(carried: number, orphaned: number): string {
  if (carried + orphaned === 0) return '';
  const passages = carried === 1 ? '1 passage' : `${carried} passages`;
  return `: ${passages} carried over${orphaned === 0 ? '' : `, ${orphaned} no longer in the text`}`;
}
