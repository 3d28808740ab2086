/** The commands, their arguments and options; each command's code is loaded when it runs. */
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { listSorts } from '@shared/contract/calls';
import { searchSorts } from '@shared/contract/search-shapes';
import { kinds } from '@shared/kinds/kinds';
import { relations } from '@shared/kinds/relations';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { defaultArchivePath } from '../services/default-archive';
import type { AnnotateOptions } from './commands/annotate';
import type { BackupOptions } from './commands/backup';
import type { ExportOptions } from './commands/export';
import type { FormatsOptions } from './commands/formats';
import type { ListOptions } from './commands/list';
import type { SearchOptions } from './commands/search';
import type { ShowForm } from './commands/show';
import { type CommandContext, type ExitCode, exitCodes, type Io } from './io';
import { reportError, usageError } from './report-error';

interface GlobalOptions {
  readonly archive?: string;
  readonly json?: boolean;
}

/** A whole number of at least zero. */
function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(value);
}

const collect = (value: string, previous: readonly string[] | undefined): readonly string[] => [
  ...(previous ?? []),
  value,
];

type Run = (context: CommandContext) => Promise<ExitCode>;

function baseProgram(version: string): Command {
  return new Command('postil')
    .description('Keep, annotate, find and export articles, offline.')
    .version(version)
    .option('--archive <file>', 'the archive to use (default: $POSTIL_ARCHIVE, else the app’s own)')
    .option('--json', 'print one JSON value instead of text')
    .showHelpAfterError('(postil --help lists the commands)');
}

/** Adds the commands. `act` is given what the chosen one will do. */
function addCommands(program: Command, act: (run: Run) => void): void {
  program
    .command('import')
    .description('bring files and folders in')
    .argument('<path...>')
    .option('--into <uid>', 'make one file the newest version of this document, whatever its address')
    .option('--watch', 'stay, and bring in what comes into this one folder, until Ctrl+C')
    .action((paths: string[], { watch, into }: { watch?: boolean; into?: string }) => {
      if (watch === true && into !== undefined) throw usageError('--into takes one file, --watch a folder.');
      act(async (context) =>
        watch === true
          ? (await import('./commands/watch')).watchCommand(context, paths)
          : (await import('./commands/import')).importCommand(context, paths, into),
      );
    });
  program
    .command('list')
    .description('list documents')
    .addOption(new Option('--type <type>', 'only these').choices(['article', 'note']))
    .option('--label <label>', 'only with this label')
    .option('--limit <n>', 'how many at most', wholeNumber, 50)
    .option('--offset <n>', 'how many to pass over', wholeNumber, 0)
    .addOption(new Option('--sort <by>').choices(listSorts).default('added'))
    .action((options: ListOptions) =>
      act(async (context) => (await import('./commands/list')).listCommand(context, options)),
    );
  program
    .command('show')
    .description('show a document')
    .argument('<uid>')
    .addOption(new Option('--as <form>').choices(['text', 'markdown', 'html', 'json']))
    .action((uid: string, { as }: { as?: ShowForm }) =>
      act(async (context) => (await import('./commands/show')).showCommand(context, uid, as)),
    );
  program
    .command('history')
    .description('list the versions of a document, or show one')
    .argument('<uid>')
    .option('--revision <n>', 'the version to show', wholeNumber)
    .action((uid: string, { revision }: { revision?: number }) =>
      act(async (context) => (await import('./commands/history')).historyCommand(context, uid, revision)),
    );
  program
    .command('search')
    .description('find words in articles, notes and annotations')
    .argument('<query...>')
    .option('--limit <n>', 'how many hits at most', wholeNumber, 20)
    .option('--offset <n>', 'how many to pass over', wholeNumber, 0)
    .addOption(new Option('--sort <by>').choices(searchSorts).default('relevance'))
    .addOption(new Option('--only <what>', 'documents or passages alone').choices(['documents', 'passages']))
    .option('--facets', 'count the hits by year, site, label …')
    .option('--no-expand', 'don’t search names by their aliases')
    .action((words: string[], options: SearchOptions) =>
      act(async (context) => (await import('./commands/search')).searchCommand(context, words.join(' '), options)),
    );
  program
    .command('duplicates')
    .description('list pairs of articles with nearly the same text')
    .argument('[uid]', 'only those of this article')
    .action((uid: string | undefined) =>
      act(async (context) => (await import('./commands/duplicates')).duplicatesCommand(context, uid)),
    );
  addWritingCommands(program, act);
  addArchiveCommands(program, act);
}

function addWritingCommands(program: Command, act: (run: Run) => void): void {
  program
    .command('annotate')
    .description('mark a passage')
    .argument('<uid>', 'the document')
    .addOption(new Option('--kind <kind>').choices(kinds.map(({ id }) => id)).makeOptionMandatory())
    .requiredOption('--quote <text>', 'the passage')
    .option('--prefix <text>', 'the words before it, where the quote stands more than once')
    .option('--suffix <text>', 'the words after it')
    .option('--comment <text>')
    .option('--label <label>', 'may be repeated', collect)
    .option('--field <name=value>', 'speaker=…, verdict=… and so on; may be repeated', collect)
    .action((uid: string, options: AnnotateOptions) =>
      act(async (context) => (await import('./commands/annotate')).annotateCommand(context, uid, options)),
    );
  program
    .command('link')
    .description('link a passage to a passage or a document')
    .argument('<from>', 'an annotation')
    .argument('<to>', 'an annotation or a document')
    .addOption(new Option('--relation <relation>').choices(relations.map(({ id }) => id)).makeOptionMandatory())
    .action((from: string, to: string, { relation }: { relation: string }) =>
      act(async (context) => (await import('./commands/link')).linkCommand(context, from, to, relation)),
    );
  program
    .command('note')
    .description('write a note, from Markdown in a file or on standard input')
    .argument('[file]')
    .requiredOption('--title <title>')
    .action((file: string | undefined, { title }: { title: string }) =>
      act(async (context) => (await import('./commands/note')).noteCommand(context, title, file)),
    );
}

function addArchiveCommands(program: Command, act: (run: Run) => void): void {
  program
    .command('export')
    .description('write documents in a format (postil formats lists them)')
    .argument('<format>')
    .argument('[uid...]', 'the documents; all when none are named')
    .requiredOption('--out <path>', 'the file or folder to write')
    .option('--query <query>', 'take what this search finds')
    .option('--collection <name>', 'take a collection and those inside it, by name or uid')
    .option('--language <language>', 'of the words the export adds: en or fr')
    .option('--set <option=values...>', 'an option of the format, as columns=kind,passage')
    .action((format: string, uids: string[], options: ExportOptions) =>
      act(async (context) => (await import('./commands/export')).exportCommand(context, format, uids, options)),
    );
  program
    .command('backup')
    .description('copy the archive to a new file and check the copy')
    .requiredOption('--out <file>', 'the file to make')
    .action((options: BackupOptions) =>
      act(async (context) => (await import('./commands/backup')).backupCommand(context, options)),
    );
  program
    .command('restore')
    .description('put a backup in the place of the archive, which is kept beside it')
    .argument('<file>', 'the backup')
    .action((file: string) =>
      act(async (context) => (await import('./commands/restore')).restoreCommand(context, file)),
    );
  program
    .command('verify')
    .description('check the archive')
    .action(() => {
      act(async (context) => (await import('./commands/verify')).verifyCommand(context));
    });
  program
    .command('stats')
    .description('count what the archive holds')
    .action(() => {
      act(async (context) => (await import('./commands/stats')).statsCommand(context));
    });
  program
    .command('formats')
    .description('list the formats that come in and go out')
    .option('--as <form>', 'text, or markdown for the page of formats', 'text')
    .action((options: FormatsOptions) => {
      act(async (context) => (await import('./commands/formats')).formatsCommand(context, options));
    });
}

/**
 * Runs the command line.
 *
 * @param argv The arguments after the program's name.
 * @returns The exit code; never throws.
 */
export async function runCli(argv: readonly string[], io: Io, version: string): Promise<ExitCode> {
  // Known before parsing, so that a wrong argument is told as JSON too.
  const json = argv.includes('--json') && !(argv.includes('--') && argv.indexOf('--json') > argv.indexOf('--'));
  let chosen: Run | undefined;
  const program = baseProgram(version);
  // Before the commands are added: they take these settings over.
  program.exitOverride().configureOutput({ writeOut: io.out, writeErr: json ? () => undefined : io.err });
  addCommands(program, (run) => {
    chosen = run;
  });
  try {
    program.parse(argv, { from: 'user' });
    if (chosen === undefined) throw usageError('Name a command; postil --help lists them.');
    const options = program.opts<GlobalOptions>();
    const archivePath = resolve(io.folder, options.archive ?? defaultArchivePath(io.env, process.platform, homedir()));
    return await chosen({ io, json, archivePath });
  } catch (error) {
    if (!(error instanceof CommanderError)) return reportError(io, json, error);
    if (error.exitCode === 0) return exitCodes.done;
    // Commander has told a person already.
    return json ? reportError(io, true, usageError(error.message.replace(/^error: /, ''))) : exitCodes.usage;
  }
}
