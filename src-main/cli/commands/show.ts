/** `postil show UID [--as text|markdown|html|json]` */
import type { DocumentView } from '@shared/contract/document-shapes';
import type { DocumentUid } from '@shared/model/ids';
import type { Archive } from '../../archive/archive-api';
import { markdownExporter } from '../../export/markdown/markdown-exporter';
import { type CommandContext, type ExitCode, exitCodes, printJson } from '../io';
import { facts, plainLine, plainText, styleFor } from '../print-text';
import { documentArgument } from '../uid-arguments';
import { withArchive } from '../with-archive';

export const showForms = ['text', 'markdown', 'html', 'json'] as const;
export type ShowForm = (typeof showForms)[number];

/** Shows a document: for reading when no form is asked for, otherwise exactly that form. */
export async function showCommand(context: CommandContext, uid: string, form: ShowForm | undefined): Promise<ExitCode> {
  const document = documentArgument(uid);
  const { io } = context;
  await withArchive(context, async (services, archive) => {
    const view = await services.handlers.openDocument({ uid: document });
    if (form === 'json' || (form === undefined && context.json)) {
      printJson(io, documentJson(view));
      return;
    }
    if (form === undefined) {
      printReading(context, view);
      return;
    }
    const content = await contentAs(form, view, archive);
    if (context.json) printJson(io, { uid: document, as: form, content });
    else io.out(io.outIsTerminal ? plainText(content) : content);
  });
  return exitCodes.done;
}

async function contentAs(form: Exclude<ShowForm, 'json'>, view: DocumentView, archive: Archive): Promise<string> {
  if (form === 'text') return `${view.document.text}\n`;
  if (form === 'markdown') return markdownOf(archive, view.document.uid);
  const { bodyHtml } = await import('../body-html');
  const { title, metadata, body } = view.document;
  return bodyHtml(title, metadata.language, body, view.annotations);
}

function markdownOf(archive: Archive, uid: DocumentUid): string {
  const [file] = markdownExporter.write(archive.readBundle({ take: 'documents', documents: [uid] }, Date.now()));
  return new TextDecoder().decode(file?.bytes);
}

function documentJson({ document, annotations, links, backlinks, collections }: DocumentView): unknown {
  const { createdAtMs, updatedAtMs, deletedAtMs, ...rest } = document;
  const iso = (ms: number): string => new Date(ms).toISOString();
  return {
    ...rest,
    sha256: document.originals.at(-1)?.sha256 ?? null,
    added: iso(createdAtMs),
    updated: iso(updatedAtMs),
    deleted: deletedAtMs === null ? null : iso(deletedAtMs),
    annotations,
    links,
    backlinks,
    collections,
  };
}

function printReading({ io }: CommandContext, { document, annotations }: DocumentView): void {
  const style = styleFor(io);
  const { title, metadata, uid, labels } = document;
  io.out(`${style.bold(plainLine(title))}\n`);
  io.out(
    `${style.dim(facts(plainLine(metadata.authors.join(', ')), plainLine(metadata.site), metadata.date, metadata.language, uid))}\n`,
  );
  if (labels.length > 0) io.out(`${style.dim(plainLine(labels.join(', ')))}\n`);
  io.out(`\n${plainText(document.text)}\n`);
  for (const annotation of annotations) {
    const fields = Object.entries(annotation.fields).map(([name, value]) => value && `${name} ${plainLine(value)}`);
    io.out(
      `\n${style.bold(annotation.kind)}${annotation.orphaned ? ' (orphaned)' : ''} “${plainLine(annotation.selector.exact)}”\n`,
    );
    io.out(`  ${style.dim(facts(annotation.uid, ...fields, annotation.labels.map(plainLine).join(', ')))}\n`);
    if (annotation.comment !== '') io.out(`  ${plainLine(annotation.comment)}\n`);
  }
}
