/** `postil duplicates`: pairs of articles with nearly the same text. Finds them, changes nothing. */
import type { NearDuplicatePair } from '@shared/contract/duplicate-calls';
import type { DocumentSummary } from '@shared/model/document';
import type { DocumentUid } from '@shared/model/ids';
import { type CommandContext, type ExitCode, exitCodes, type Io, printJson } from '../io';
import { counted, facts, plainLine, styleFor } from '../print-text';
import { progressOn } from '../progress';
import { documentArgument } from '../uid-arguments';
import { withArchive } from '../with-archive';

/** Looks through all articles, or at one; most alike first. Exit code 1 when the person stopped it. */
export async function duplicatesCommand(context: CommandContext, uid: string | undefined): Promise<ExitCode> {
  const { io, json } = context;
  const pairs = await findPairs(context, uid === undefined ? undefined : documentArgument(uid));
  const sorted = [...pairs].sort((a, b) => b.share - a.share);
  if (json)
    printJson(
      io,
      sorted.map(({ older, newer, share }) => ({ share, older: brief(older), newer: brief(newer) })),
    );
  else printPairs(io, sorted);
  return io.signal.aborted ? exitCodes.someFailed : exitCodes.done;
}

function findPairs(context: CommandContext, uid: DocumentUid | undefined): Promise<readonly NearDuplicatePair[]> {
  return withArchive(context, async (_services, archive) => {
    if (uid !== undefined) {
      return archive.nearDuplicates({ uid, limit: 50 });
    }
    const progress = await progressOn(context.io);
    const pairs: NearDuplicatePair[] = [];
    try {
      let after: number | null = 0;
      while (after !== null && !context.io.signal.aborted) {
        const step = archive.nearDuplicatesStep({ after });
        // Who asks about an article sees all it is like.
        pairs.push(...step.pairs.filter(({ keptApart }) => !keptApart));
        progress.update(step.done, step.total);
        after = step.after;
        // Lets an interruption through.
        await new Promise((resolve) => setImmediate(resolve));
      }
    } finally {
      progress.stop();
    }
    return pairs;
  });
}

const brief = ({ uid, title, site, date }: DocumentSummary) => ({ uid, title, site, date });

function printPairs(io: Io, pairs: readonly NearDuplicatePair[]): void {
  const style = styleFor(io);
  for (const { older, newer, share } of pairs) {
    io.out(`${Math.floor(share * 100)} %\n`);
    for (const { uid, title, site, date } of [older, newer])
      io.out(
        `  ${style.bold(plainLine(title) || '(untitled)')}\n    ${style.dim(facts(uid, plainLine(site), date))}\n`,
      );
  }
  io.out(pairs.length === 0 ? 'No two articles have nearly the same text.\n' : `${counted(pairs.length, 'pair')}\n`);
}
