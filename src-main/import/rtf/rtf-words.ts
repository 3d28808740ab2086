/** What RTF's control words mean to us. */
import type { Mark } from '@shared/model/block';

/** What the words of a group are: text, or something told apart. */
export type Destination =
  | 'text'
  | 'skipped'
  | 'fonts'
  | 'styles'
  | 'note'
  | 'link'
  | 'listText'
  | 'comment'
  | 'commentAuthor'
  | 'commentStart'
  | 'commentEnd'
  | 'commentOf'
  | 'title'
  | 'author'
  | 'subject'
  | 'created'
  | 'picture'
  | 'pictureProperties'
  | 'propertyName'
  | 'propertyValue';

const destinations: Readonly<Record<string, Destination>> = {
  fonttbl: 'fonts',
  stylesheet: 'styles',
  footnote: 'note',
  fldinst: 'link',
  listtext: 'listText',
  pntext: 'listText',
  annotation: 'comment',
  atnauthor: 'commentAuthor',
  atrfstart: 'commentStart',
  atrfend: 'commentEnd',
  atnref: 'commentOf',
  title: 'title',
  author: 'author',
  subject: 'subject',
  creatim: 'created',
  pict: 'picture',
};

/** Groups inside a picture's. */
const pictureParts: Readonly<Record<string, Destination>> = {
  picprop: 'pictureProperties',
  sn: 'propertyName',
  sv: 'propertyValue',
};

/** Groups whose words are not the text's. */
const skipped = new Set([
  ...['colortbl', 'info', 'object', 'nonshppict', 'listtable', 'listoverridetable', 'themedata', 'datastore'],
  ...['header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf', 'tc', 'xe', 'filetbl'],
  ...['atnid', 'atndate', 'atntime', 'atnicn', 'ftnsep', 'ftnsepc', 'aftnsep', 'aftnsepc', 'revtbl', 'rsidtbl'],
]);

/** Groups inside the skipped one that describes the file. */
const infoParts: ReadonlySet<Destination> = new Set(['title', 'author', 'subject', 'created']);

/**
 * What a group that begins with a word holds; null when the word only formats it.
 *
 * @param optional - the group says that who does not know it may skip it
 */
export function destinationOf(word: string, within: Destination, optional: boolean): Destination | null {
  if (within === 'picture' || within === 'pictureProperties')
    return Object.hasOwn(pictureParts, word) ? (pictureParts[word] ?? null) : optional ? 'skipped' : null;
  const to = Object.hasOwn(destinations, word) ? (destinations[word] ?? null) : null;
  if (to !== null) return within !== 'skipped' || infoParts.has(to) ? to : 'skipped';
  if (skipped.has(word) || (optional && word !== 'shppict')) return 'skipped';
  return null;
}

const characters: Readonly<Record<string, string>> = {
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  '~': '\u00a0',
  _: '\u2011',
};

/** The character a word stands for. */
export const characterOf = (word: string): string | undefined =>
  Object.hasOwn(characters, word) ? characters[word] : undefined;

const marks: Readonly<Record<string, Mark>> = {
  b: 'bold',
  i: 'italic',
  ul: 'underline',
  strike: 'strike',
  super: 'sup',
  sub: 'sub',
};

/** The emphasis a word switches. */
export const markOfWord = (word: string): Mark | undefined => (Object.hasOwn(marks, word) ? marks[word] : undefined);

/** Outline level of a style by its name in the languages of word processors; undefined for other styles. */
export function levelOfStyle(name: string): number | undefined {
  const level = /^\s*(?:heading|titre|заголовок|제목|überschrift)\s+(\d)\s*;?/iu.exec(name)?.[1];
  return level === undefined ? undefined : Number(level) - 1;
}
