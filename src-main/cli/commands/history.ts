/** `postil history UID [--revision N]` */
import type { RevisionInfo, RevisionView } from '@shared/contract/document-shapes';
import type { RevisionReason } from '@shared/model/bundle';
import { type CommandContext, type ExitCode, exitCodes, printJson } from '../io';
import { counted, facts, plainLine, plainText } from '../print-text';
import { documentArgument } from '../uid-arguments';
import { withArchive } from '../with-archive';

const reasonWords: Readonly<Record<RevisionReason, string>> = {
  edit: 'edited',
  import: 'imported',
  restore: 'brought back',
};

/** Lists what is kept of a document's history, or shows one version of it. */
export async function historyCommand(
  context: CommandContext,
  uid: string,
  revision: number | undefined,
): Promise<ExitCode> {
  const document = documentArgument(uid);
  await withArchive(context, async ({ handlers }) => {
    if (revision === undefined) print(context, document, await handlers.listRevisions({ uid: document }));
    else printVersion(context, document, await handlers.readRevision({ uid: document, revision }));
  });
  return exitCodes.done;
}

const infoJson = ({ revision, savedAtMs, reason, title, length }: RevisionInfo) => ({
  revision,
  saved: new Date(savedAtMs).toISOString(),
  reason,
  title,
  length,
});

function print({ io, json }: CommandContext, uid: string, revisions: readonly RevisionInfo[]): void {
  if (json) {
    printJson(io, { uid, revisions: revisions.map(infoJson) });
    return;
  }
  for (const { revision, savedAtMs, reason, title, length } of revisions) {
    const words = facts(reasonWords[reason], plainLine(title), counted(length, 'character'));
    io.out(`${String(revision).padStart(4)}  ${new Date(savedAtMs).toISOString()}  ${words}\n`);
  }
}

function printVersion({ io, json }: CommandContext, uid: string, version: RevisionView): void {
  if (json) printJson(io, { uid, ...infoJson(version), body: version.body, text: version.text });
  else io.out(`${plainText(version.text)}\n`);
}
