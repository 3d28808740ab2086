/**
 * What a verification looked at and found, worded once in each language: the command line
 * prints it in English, the window in the person's language.
 */

/** A damaged thing: `name` and `of` are the archive's own words, a title or the words of a passage. */
export interface Damaged {
  readonly what: DamagedWhat;
  readonly name: string;
  /** What it belongs to; empty for what belongs to nothing, or where nobody can say. */
  readonly of: string;
}

/** What a check came to. */
export interface CheckFound {
  /** Rows looked at; 0 for a check that counts none. */
  readonly rows: number;
  /** Rows not looked at, because nothing could prove them. */
  readonly leftOut: number;
  readonly wrong: number;
  /** The first of what is wrong. */
  readonly named: readonly Damaged[];
}

export type CheckLanguage = 'en' | 'fr';
type Both = Readonly<Record<CheckLanguage, string>>;
/** `{n}` is the count. */
interface Counted {
  readonly one: string;
  readonly other: string;
}
type CountedBoth = Readonly<Record<CheckLanguage, Counted>>;

const counted = (one: string, other: string, un: string, autres: string): CountedBoth => ({
  en: { one, other },
  fr: { one: un, other: autres },
});
const both = (en: string, fr: string): Both => ({ en, fr });

const fileWhole = both('The file’s structure is whole', 'La structure du fichier est saine');
const leadSomewhere = both('Every reference leads to something', 'Chaque renvoi mène quelque part');

/** By check: what was looked at, when it counts rows. */
const looked: Readonly<Record<string, CountedBoth>> = {
  index: counted(
    '{n} index row compared with its content',
    '{n} index rows compared with their content',
    '{n} entrée de l’index comparée à son contenu',
    '{n} entrées de l’index comparées à leur contenu',
  ),
  fields: counted(
    '{n} field value compared with its annotation',
    '{n} field values compared with their annotations',
    '{n} valeur de champ comparée à son annotation',
    '{n} valeurs de champs comparées à leurs annotations',
  ),
  lists: counted(
    'Sorting keys and the quotations of {n} note compared',
    'Sorting keys and the quotations of {n} notes compared',
    'Clés de tri et citations de {n} note comparées',
    'Clés de tri et citations de {n} notes comparées',
  ),
  originals: counted(
    '{n} original checked against its SHA-256',
    '{n} originals checked against their SHA-256',
    '{n} original comparé à son empreinte SHA-256',
    '{n} originaux comparés à leur empreinte SHA-256',
  ),
  pictures: counted(
    '{n} picture checked against its SHA-256',
    '{n} pictures checked against their SHA-256',
    '{n} image comparée à son empreinte SHA-256',
    '{n} images comparées à leur empreinte SHA-256',
  ),
  bodies: counted(
    '{n} text checked against its SHA-256',
    '{n} texts checked against their SHA-256',
    '{n} texte comparé à son empreinte SHA-256',
    '{n} textes comparés à leur empreinte SHA-256',
  ),
  history: counted(
    '{n} earlier version checked against its SHA-256',
    '{n} earlier versions checked against their SHA-256',
    '{n} version antérieure comparée à son empreinte SHA-256',
    '{n} versions antérieures comparées à leur empreinte SHA-256',
  ),
  anchors: counted(
    '{n} passage found at its place',
    '{n} passages found at their places',
    '{n} passage trouvé à sa place',
    '{n} passages trouvés à leur place',
  ),
  seals: counted(
    '{n} row compared with its seal',
    '{n} rows compared with their seals',
    '{n} fiche comparée à son sceau',
    '{n} fiches comparées à leur sceau',
  ),
};

/** By check: how many are wrong, and in what way. */
const faults: Readonly<Record<string, CountedBoth>> = {
  references: counted('{n} leads to nothing', '{n} lead to nothing', '{n} ne mène à rien', '{n} ne mènent à rien'),
  index: counted(
    '{n} differs from its content',
    '{n} differ from their content',
    '{n} diffère de son contenu',
    '{n} diffèrent de leur contenu',
  ),
  fields: counted('{n} differs from it', '{n} differ from them', '{n} en diffère', '{n} en diffèrent'),
  lists: counted('{n} differs', '{n} differ', '{n} diffère', '{n} diffèrent'),
  originals: counted(
    '{n} differs from its SHA-256',
    '{n} differ from their SHA-256',
    '{n} diffère de son empreinte',
    '{n} diffèrent de leur empreinte',
  ),
  pictures: counted(
    '{n} differs from its SHA-256',
    '{n} differ from their SHA-256',
    '{n} diffère de son empreinte',
    '{n} diffèrent de leur empreinte',
  ),
  bodies: counted(
    '{n} is not as it was saved',
    '{n} are not as they were saved',
    '{n} n’est pas tel qu’il a été enregistré',
    '{n} ne sont pas tels qu’ils ont été enregistrés',
  ),
  history: counted(
    '{n} is not as it was saved',
    '{n} are not as they were saved',
    '{n} n’est pas telle qu’elle a été enregistrée',
    '{n} ne sont pas telles qu’elles ont été enregistrées',
  ),
  anchors: counted(
    '{n} does not stand where it should',
    '{n} do not stand where they should',
    '{n} n’est pas à sa place',
    '{n} ne sont pas à leur place',
  ),
  seals: counted(
    '{n} is not as it was written',
    '{n} are not as they were written',
    '{n} n’est pas telle qu’elle a été écrite',
    '{n} ne sont pas telles qu’elles ont été écrites',
  ),
};
const anyFault = counted('{n} is wrong', '{n} are wrong', '{n} est fautive', '{n} sont fautives');

const orphans = counted(
  '{n} orphan left out',
  '{n} orphans left out',
  '{n} orphelin mis à part',
  '{n} orphelins mis à part',
);
const others = counted('and {n} other', 'and {n} others', 'et {n} autre', 'et {n} autres');

/** `{name}` and `{of}` as in {@link Damaged}. */
const damaged = {
  details: both('details of “{name}”', 'données de «\u00a0{name}\u00a0»'),
  'original-details': both('name of an original of “{name}”', 'nom d’un original de «\u00a0{name}\u00a0»'),
  'picture-details': both('details of a picture in “{name}”', 'données d’une image de «\u00a0{name}\u00a0»'),
  'document-pictures': both('pictures of “{name}”', 'images de «\u00a0{name}\u00a0»'),
  picture: both('a picture in “{name}”', 'une image de «\u00a0{name}\u00a0»'),
  annotation: both('annotation “{name}” in “{of}”', 'annotation «\u00a0{name}\u00a0» dans «\u00a0{of}\u00a0»'),
  link: both('link from “{name}”', 'lien partant de «\u00a0{name}\u00a0»'),
  label: both('label “{name}”', 'étiquette «\u00a0{name}\u00a0»'),
  'document-labels': both('labels of “{name}”', 'étiquettes de «\u00a0{name}\u00a0»'),
  'annotation-labels': both(
    'labels of an annotation in “{name}”',
    'étiquettes d’une annotation de «\u00a0{name}\u00a0»',
  ),
  collection: both('collection “{name}”', 'collection «\u00a0{name}\u00a0»'),
  version: both('version {name} of “{of}”', 'version {name} de «\u00a0{of}\u00a0»'),
  search: both('saved search “{name}”', 'recherche enregistrée «\u00a0{name}\u00a0»'),
  alias: both('alias “{name}”', 'autre nom «\u00a0{name}\u00a0»'),
  document: both('“{name}”', '«\u00a0{name}\u00a0»'),
  'no-text': both('“{name}”, which has no text', '«\u00a0{name}\u00a0», qui n’a pas de texte'),
  passage: both('“{name}” in “{of}”', '«\u00a0{name}\u00a0» dans «\u00a0{of}\u00a0»'),
  file: both('“{name}”', '«\u00a0{name}\u00a0»'),
  row: both('{name}', '{name}'),
  unchecked: both('Could not be checked: {name}', 'Vérification impossible\u00a0: {name}'),
} as const satisfies Readonly<Record<string, Both>>;
export type DamagedWhat = keyof typeof damaged;

/** One is one; in French none is one too. */
function inNumbers(count: number, words: CountedBoth, language: CheckLanguage): string {
  const { one, other } = words[language];
  const isOne = language === 'fr' ? count < 2 : count === 1;
  return (isOne ? one : other).replace('{n}', count.toLocaleString(language));
}

/** A damaged thing in words. */
export const damagedWords = ({ what, name, of }: Damaged, language: CheckLanguage): string =>
  damaged[what][language].replace(/\{(name|of)\}/g, (_hole, hole: string) => (hole === 'name' ? name : of));

function lookedWords(check: string, { rows, leftOut }: CheckFound, language: CheckLanguage): string {
  if (check === 'references') return leadSomewhere[language];
  const words = looked[check];
  if (words === undefined) return fileWhole[language];
  return [inNumbers(rows, words, language), ...(leftOut === 0 ? [] : [inNumbers(leftOut, orphans, language)])].join(
    ', ',
  );
}

/** What a check looked at and found, in a line. */
export function checkWords(check: string, found: CheckFound, language: CheckLanguage): string {
  const { rows, wrong, named } = found;
  const names = named.map((one) => damagedWords(one, language));
  if (wrong > named.length) names.push(inNumbers(wrong - named.length, others, language));
  const list = names.join(', ');
  if (wrong === 0) return lookedWords(check, found, language);
  // Damage that SQLite names, or a page that stopped the check: there is nothing to count.
  if (rows === 0 && faults[check] === undefined) return names.join('; ');
  if (named[0]?.what === 'unchecked') return list;
  const fault = `${inNumbers(wrong, faults[check] ?? anyFault, language)}${language === 'fr' ? '\u00a0' : ''}: ${list}`;
  const semicolon = language === 'fr' ? '\u00a0;' : ';';
  return check === 'references' ? fault : `${lookedWords(check, found, language)}${semicolon} ${fault}`;
}
