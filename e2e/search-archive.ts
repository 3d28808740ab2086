/** An archive to search in: dispatches of ten years, two languages and two papers, some of them about a toll, one claim. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { postil, postilJson } from './cli';

/** Dispatches 0–39: one a quarter from 2015 on, every other one French, every fourth about a toll. */
export const dispatches = 40;

function dispatch(number: number): string {
  const french = number % 2 === 1;
  const head = [
    `title: ${french ? 'Dépêche' : 'Dispatch'} ${String(number).padStart(2, '0')}`,
    `date: ${2015 + Math.floor(number / 4)}-0${1 + (number % 4) * 2}-11`,
    `lang: ${french ? 'fr' : 'en'}`,
    `site: ${french ? 'Le Courrier' : 'The Ledger'}`,
    ...(number % 10 === 0 ? ['tags: [harbour]'] : []),
  ];
  const words = french
    ? 'Le convoi a passé le pont au matin ; Zhivkov et Marchetti étaient à bord.'
    : 'The convoy passed the bridge at dawn; Zhivkov and Marchetti were aboard.';
  const toll = number % 4 === 0 ? ' The toll was paid. Nobody counted the toll.' : '';
  return `---\n${head.join('\n')}\n---\n\n${words}${toll}\n`;
}

/** A folder with the archive in it, made by the command line; the journey removes it. */
export async function searchArchive(): Promise<string> {
  const files = mkdtempSync(path.join(os.tmpdir(), 'postil-dispatches-'));
  for (let number = 0; number < dispatches; number++)
    writeFileSync(path.join(files, `${String(number).padStart(2, '0')}.md`), dispatch(number));
  const folder = mkdtempSync(path.join(os.tmpdir(), 'postil-e2e-'));
  const archive = path.join(folder, 'archive.postil');
  await postil(archive, 'import', files);
  rmSync(files, { recursive: true, force: true });
  const { hits } = await postilJson<{ readonly hits: readonly { readonly document: string }[] }>(
    archive,
    'search',
    'title:00',
  );
  const [first] = hits;
  if (first === undefined) throw new Error('the first dispatch is not there');
  await postil(archive, 'annotate', first.document, '--kind', 'claim', '--quote', 'Nobody counted the toll');
  return folder;
}
