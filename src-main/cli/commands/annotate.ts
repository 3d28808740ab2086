/** `postil annotate UID --kind K --quote TEXT` */
import { isKindId, kinds } from '@shared/kinds/kinds';
import { findQuote } from '../find-quote';
import { type CommandContext, type ExitCode, exitCodes, printJson } from '../io';
import { plainLine } from '../print-text';
import { usageError } from '../report-error';
import { documentArgument } from '../uid-arguments';
import { withArchive } from '../with-archive';

export interface AnnotateOptions {
  readonly kind: string;
  readonly quote: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly comment?: string;
  readonly label?: readonly string[];
  /** `name=value` each. */
  readonly field?: readonly string[];
}

/** Annotates the one place a quote stands at. */
export async function annotateCommand(
  context: CommandContext,
  uid: string,
  options: AnnotateOptions,
): Promise<ExitCode> {
  const document = documentArgument(uid);
  const { kind, comment, label } = options;
  if (!isKindId(kind))
    throw usageError(`There is no kind “${kind}”. Kinds: ${kinds.map((known) => known.id).join(', ')}.`);
  const fields = fieldsOf(kind, options.field ?? []);
  const annotation = await withArchive(context, async ({ handlers }) => {
    const { text } = (await handlers.openDocument({ uid: document })).document;
    const { start, end } = findQuote(text, options);
    const exact = text.slice(start, end);
    return handlers.annotate({
      document,
      start,
      end,
      exact,
      kind,
      ...(comment === undefined ? {} : { comment }),
      ...(label === undefined ? {} : { labels: label }),
      ...(fields === undefined ? {} : { fields }),
    });
  });
  const { start, end, exact } = annotation.selector;
  if (context.json) printJson(context.io, { uid: annotation.uid, document, start, end, exact });
  else context.io.out(`${kind} “${plainLine(exact)}”\n  ${annotation.uid} · characters ${start}–${end}\n`);
  return exitCodes.done;
}

function fieldsOf(kind: string, given: readonly string[]): Record<string, string> | undefined {
  if (given.length === 0) return undefined;
  const known = kinds.find(({ id }) => id === kind)?.fields ?? [];
  const pairs = given.map((pair) => {
    const at = pair.indexOf('=');
    const name = pair.slice(0, Math.max(0, at));
    const value = pair.slice(at + 1);
    const field = known.find(({ id }) => id === name);
    if (field === undefined)
      throw usageError(`“${pair}” is no field of a ${kind}. Write ${known.map(({ id }) => `${id}=…`).join(' or ')}.`);
    if (field.type === 'choice' && !field.options.some(({ id }) => id === value)) {
      throw usageError(`“${value}” is no ${name}. Choose one of ${field.options.map(({ id }) => id).join(', ')}.`);
    }
    return [name, value] as const;
  });
  return Object.fromEntries(pairs);
}
