/**
 * The tour: the built app does its main job by itself and leaves a picture of each station and the
 * files it exports. Speaks French to begin with, for the French sample, and ends in English.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { appFolder, launchArguments } from '../scripts/launch.mjs';
import { attachElectron } from './attach.mjs';
import { guideThrough } from './tour/guide.mjs';

const size = { width: 1440, height: 900 };
/** Title, heading, two sentences and a conclusion of the note. */
const sampleNote = [
  'Le pont : qui dit quoi',
  'Deux comptes pour un même jour',
  'La ministre parle d’un pont sûr et ouvert :',
  'Le registre de la douane, lui, donne un autre chiffre :',
  ['À vérifier avant l’audition du 18 novembre :', 'le registre complet de la douane', 'la lettre du 15 septembre'],
];
const plainNote = [
  'Notes de lecture',
  'Ce qui est dit',
  'Un premier passage :',
  'Un autre, à comparer :',
  ['À faire :', 'recouper les chiffres', 'retrouver les sources'],
];

async function start(home) {
  const { ELECTRON_RUN_AS_NODE: _asNode, ...env } = process.env;
  return attachElectron({
    args: [
      ...launchArguments(),
      appFolder,
      `--user-data-dir=${path.join(home, 'profile')}`,
      '--lang=fr',
      '--force-device-scale-factor=1',
    ],
    env: { ...env, LANGUAGE: 'fr', POSTIL_ARCHIVE: path.join(home, 'dossier.postil') },
    colorScheme: null,
  });
}

/**
 * Makes the tour.
 *
 * @param {{ folder?: string, out: string }} places `folder` (a file or a folder) replaces the samples; pictures and files go to `out`.
 */
export async function tour({ folder, out }) {
  const home = mkdtempSync(path.join(os.tmpdir(), 'postil-tour-'));
  const app = await start(home);
  const say = (station) => console.log(`  ${station}`);
  try {
    const page = await app.firstWindow();
    await app.evaluate(({ BrowserWindow }, wanted) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(wanted.width, wanted.height);
    }, size);
    await page.getByRole('searchbox').waitFor();
    const guide = guideThrough(app, page, out);
    await guide.command('Thème clair');
    await visit(guide, folder, out, say);
  } finally {
    await app.close();
    rmSync(home, { recursive: true, force: true });
  }
}

async function visit(guide, folder, out, say) {
  const source = folder ?? path.join(appFolder, 'resources', 'samples');
  await guide.picture('first-start');
  await guide.bringIn(source);
  await guide.picture('library');
  say('articles brought in');
  await guide.openBest();
  const passages = await guide.annotate();
  await guide.picture('reading-room-light');
  say(`${passages.length} passages marked`);
  await guide.writeNote(passages, folder === undefined ? sampleNote : plainNote);
  await guide.picture('note');
  say('a note that quotes two of them');
  await guide.search(
    folder === undefined ? 'douane' : (passages[0]?.quote.split(/[\s'’]+/).find((word) => word.length > 6) ?? 'a'),
  );
  await guide.picture('search');
  await guide.leaveSearch();
  say('searched');
  await guide.openBest();
  await guide.command('Thème sombre');
  await guide.picture('reading-room-dark');
  say('in the dark');
  await guide.exportAs('Markdown', 'Toute l’archive', path.join(out, 'markdown'));
  await guide.exportAs('Postil', 'Toute l’archive', path.join(out, 'archive.postil.zip'));
  say('taken out as Markdown and as an archive');
  await guide.command('Thème clair');
  await guide.inEnglish();
  await guide.picture('reading-room-english');
  say('and in English');
}
