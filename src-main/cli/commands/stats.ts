/** `postil stats` */
import { type CommandContext, type ExitCode, exitCodes, printJson } from '../io';
import { columns, sizeWords } from '../print-text';
import { withArchiveAlone } from '../with-archive';

/** Counts what the archive holds. */
export async function statsCommand(context: CommandContext): Promise<ExitCode> {
  const { documents, articles, notes, annotations, links, originals, pictures, pictureBytes, bytes } =
    await withArchiveAlone(context, (archive) => archive.stats({}));
  const stats = { documents, articles, notes, annotations, links, originals, pictures, pictureBytes, bytes };
  if (context.json) printJson(context.io, stats);
  else
    context.io.out(
      columns(
        Object.entries(stats).map(([name, value]) => [
          name,
          name === 'bytes' || name === 'pictureBytes' ? `${value} (${sizeWords(value)})` : String(value),
        ]),
      ),
    );
  return exitCodes.done;
}
