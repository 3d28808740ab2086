/** Mots du dossier surveillé, d’où les articles entrent d’eux-mêmes. */

import type { Translation } from '../catalogue-type';
import type { watched as en } from '../en/watched';

export const watched = {
  title: 'Dossier surveillé',
  settingsHint: 'Les articles que votre navigateur ou SingleFile enregistre dans un dossier entrent d’eux-mêmes.',
  intro:
    'Choisissez le dossier où votre navigateur ou SingleFile enregistre les articles. Tant que Postil est ouvert, ce qui y est enregistré entre de lui-même dans cette archive ; ce qui l’est pendant que Postil est fermé entre au prochain démarrage.',
  whatComes: 'Ce qui entre',
  types:
    'Les nouveaux fichiers du dossier lui-même, sans ses sous-dossiers : pages web (HTML, MHTML), PDF, Word, ODT, RTF, EPUB, Markdown, texte brut et courriels.',
  safe: 'Les fichiers sont copiés. Postil ne les modifie, ne les déplace ni ne les supprime jamais, et rien ne quitte cet ordinateur.',
  choose: 'Choisir un dossier…',
  chooseOther: 'Choisir un autre dossier…',
  chosen: 'Dossier',
  present_one: 'Importer aussi ce qui s’y trouve déjà ({{count, number}} fichier)',
  present_many: 'Importer aussi ce qui s’y trouve déjà ({{count, number}} de fichiers)',
  present_other: 'Importer aussi ce qui s’y trouve déjà ({{count, number}} fichiers)',
  presentNone: 'Il ne contient encore aucun article.',
  begin: 'Surveiller ce dossier',
  watching: 'Postil surveille ce dossier.',
  paused: 'En pause : rien n’entre avant la reprise. Ce qui est enregistré entre-temps entrera alors.',
  cameIn_zero: 'Rien n’en est encore venu.',
  cameIn_one: '{{count, number}} article en est venu.',
  cameIn_many: '{{count, number}} d’articles en sont venus.',
  cameIn_other: '{{count, number}} articles en sont venus.',
  waiting_one: '{{count, number}} fichier est encore en cours d’écriture.',
  waiting_many: '{{count, number}} de fichiers sont encore en cours d’écriture.',
  waiting_other: '{{count, number}} fichiers sont encore en cours d’écriture.',
  missing:
    'Le dossier n’est pas là : il a peut-être été renommé, ou se trouve sur un disque débranché. Postil continue de regarder.',
  unreadable: 'Le dossier ne peut pas être lu : l’autorisation manque peut-être. Postil continue de regarder.',
  pause: 'Suspendre',
  goOn: 'Reprendre',
  stop: 'Ne plus surveiller',
  stopped: '« {{name}} » n’est plus surveillé. Ce qui en est venu reste.',
  arrived_one: '{{count, number}} article est arrivé de {{folder}}.',
  arrived_many: '{{count, number}} d’articles sont arrivés de {{folder}}.',
  arrived_other: '{{count, number}} articles sont arrivés de {{folder}}.',
  renewed_one: '{{count, number}} nouvelle version d’un article est arrivée de {{folder}}.',
  renewed_many: '{{count, number}} de nouvelles versions d’articles sont arrivées de {{folder}}.',
  renewed_other: '{{count, number}} nouvelles versions d’articles sont arrivées de {{folder}}.',
  alike_one: '{{count, number}} ressemble à un article déjà présent.',
  alike_many: '{{count, number}} ressemblent à des articles déjà présents.',
  alike_other: '{{count, number}} ressemblent à des articles déjà présents.',
  failed_one: '{{count, number}} fichier de {{folder}} n’a pas pu entrer.',
  failed_many: '{{count, number}} de fichiers de {{folder}} n’ont pas pu entrer.',
  failed_other: '{{count, number}} fichiers de {{folder}} n’ont pas pu entrer.',
  show: 'Voir',
} as const satisfies Translation<typeof en>;
