/**
 * What a file's format can leave behind on the way in, worded once in each language. An
 * importer says which and how many; the command line and the window put it into words.
 */

/** In one language; `{n}` is the count, `{detail}` what the file itself says. */
interface Wording {
  readonly one: string;
  readonly other: string;
}
type ImportLossWording = Readonly<Record<'en' | 'fr', Wording>>;

const always = (sentence: string): Wording => ({ one: sentence, other: sentence });

export const importLossWords = {
  wholePage: {
    en: always('The article could not be told from the rest of the page, so the whole page was kept.'),
    fr: always('L’article n’a pas pu être distingué du reste de la page\u00a0: la page entière a été gardée.'),
  },
  tooDeep: {
    en: always('Elements lay more than a thousand deep inside each other; their words were kept without their form.'),
    fr: always('Des éléments étaient emboîtés sur plus de mille niveaux\u00a0; leur texte a été gardé sans sa forme.'),
  },
  absentPictures: {
    en: {
      one: '{n} picture is not in the file and was not kept; nothing is fetched from the web.',
      other: '{n} pictures are not in the file and were not kept; nothing is fetched from the web.',
    },
    fr: {
      one: '{n} image n’est pas dans le fichier et n’a pas été gardée\u00a0; rien n’est cherché sur le web.',
      other: '{n} images ne sont pas dans le fichier et n’ont pas été gardées\u00a0; rien n’est cherché sur le web.',
    },
  },
  unknownPictures: {
    en: {
      one: '{n} picture is damaged or of a kind that can’t be shown, and was not kept.',
      other: '{n} pictures are damaged or of a kind that can’t be shown, and were not kept.',
    },
    fr: {
      one: '{n} image est abîmée ou d’une sorte qui ne peut pas être montrée, et n’a pas été gardée.',
      other: '{n} images sont abîmées ou d’une sorte qui ne peut pas être montrée, et n’ont pas été gardées.',
    },
  },
  largePictures: {
    en: {
      one: '{n} picture was not kept: too large by itself (32 MB, 64 million pixels) or with the others (256 MB).',
      other: '{n} pictures were not kept: too large by themselves (32 MB, 64 million pixels) or together (256 MB).',
    },
    fr: {
      one: '{n} image n’a pas été gardée\u00a0: trop grande seule (32 Mo, 64 millions de pixels) ou avec les autres (256 Mo).',
      other:
        '{n} images n’ont pas été gardées\u00a0: trop grandes seules (32 Mo, 64 millions de pixels) ou ensemble (256 Mo).',
    },
  },
  media: {
    en: {
      one: '{n} film, recording or embedded page was not kept.',
      other: '{n} films, recordings or embedded pages were not kept.',
    },
    fr: {
      one: '{n} film, enregistrement ou page incorporée n’a pas été gardé.',
      other: '{n} films, enregistrements ou pages incorporées n’ont pas été gardés.',
    },
  },
  links: {
    en: {
      one: '{n} link without a full web address became plain text.',
      other: '{n} links without a full web address became plain text.',
    },
    fr: {
      one: '{n} lien sans adresse web complète est devenu du texte.',
      other: '{n} liens sans adresse web complète sont devenus du texte.',
    },
  },
  pictures: {
    en: { one: '{n} picture was not kept.', other: '{n} pictures were not kept.' },
    fr: { one: '{n} image n’a pas été gardée.', other: '{n} images n’ont pas été gardées.' },
  },
  deletions: {
    en: {
      one: '{n} deletion of tracked changes stayed out; insertions were kept.',
      other: '{n} deletions of tracked changes stayed out; insertions were kept.',
    },
    fr: {
      one: '{n} suppression du suivi des modifications est restée dehors\u00a0; les insertions ont été gardées.',
      other: '{n} suppressions du suivi des modifications sont restées dehors\u00a0; les insertions ont été gardées.',
    },
  },
  wordlessComments: {
    en: {
      one: '{n} comment that marks no words was not kept.',
      other: '{n} comments that mark no words were not kept.',
    },
    fr: {
      one: '{n} commentaire qui ne marque aucun mot n’a pas été gardé.',
      other: '{n} commentaires qui ne marquent aucun mot n’ont pas été gardés.',
    },
  },
  damagedCharacters: {
    en: {
      one: '{n} character is damaged in the file and shown as � (read as {detail}).',
      other: '{n} characters are damaged in the file and shown as � (read as {detail}).',
    },
    fr: {
      one: '{n} caractère est abîmé dans le fichier et montré par � (lu comme {detail}).',
      other: '{n} caractères sont abîmés dans le fichier et montrés par � (lus comme {detail}).',
    },
  },
  controlCharacters: {
    en: { one: '{n} unprintable character was left out.', other: '{n} unprintable characters were left out.' },
    fr: { one: '{n} caractère non imprimable a été omis.', other: '{n} caractères non imprimables ont été omis.' },
  },
  markdownAsText: {
    en: always('The Markdown is too deeply or densely marked up to be read as such; it was kept as plain text.'),
    fr: always(
      'Le Markdown est trop emboîté ou trop balisé pour être lu comme tel\u00a0; il a été gardé en texte simple.',
    ),
  },
  brokenFrontMatter: {
    en: always('The front matter is not valid YAML ({detail}); it was kept as text.'),
    fr: always('L’en-tête n’est pas du YAML valide ({detail})\u00a0; il a été gardé en texte.'),
  },
  frontMatterFields: {
    en: { one: 'Front matter field not kept: {detail}.', other: 'Front matter fields not kept: {detail}.' },
    fr: { one: 'Champ d’en-tête non gardé\u00a0: {detail}.', other: 'Champs d’en-tête non gardés\u00a0: {detail}.' },
  },
  attachments: {
    en: {
      one: '{n} attachment stays in the original only: {detail}.',
      other: '{n} attachments stay in the original only: {detail}.',
    },
    fr: {
      one: '{n} pièce jointe reste dans le seul original\u00a0: {detail}.',
      other: '{n} pièces jointes restent dans le seul original\u00a0: {detail}.',
    },
  },
  lockedStretches: {
    en: {
      one: '{n} stretch locked with a passphrase stayed out: unlock it in Evernote and export again.',
      other: '{n} stretches locked with a passphrase stayed out: unlock them in Evernote and export again.',
    },
    fr: {
      one: '{n} passage verrouillé par un mot de passe n’a pas été gardé\u00a0: déverrouillez-le dans Evernote et exportez de nouveau.',
      other:
        '{n} passages verrouillés par un mot de passe n’ont pas été gardés\u00a0: déverrouillez-les dans Evernote et exportez de nouveau.',
    },
  },
  emptyPages: {
    en: {
      one: '{n} page has no text, being pictures or empty.',
      other: '{n} pages have no text, being pictures or empty.',
    },
    fr: {
      one: '{n} page n’a pas de texte\u00a0: une image, ou rien.',
      other: '{n} pages n’ont pas de texte\u00a0: des images, ou rien.',
    },
  },
  runningLines: {
    en: {
      one: '{n} line that stands on page after page (heads, page numbers) was left out.',
      other: '{n} lines that stand on page after page (heads, page numbers) were left out.',
    },
    fr: {
      one: '{n} ligne qui revient de page en page (titres courants, numéros) a été omise.',
      other: '{n} lignes qui reviennent de page en page (titres courants, numéros) ont été omises.',
    },
  },
  wordlessMarkings: {
    en: { one: '{n} marking covers no words and stayed out.', other: '{n} markings cover no words and stayed out.' },
    fr: {
      one: '{n} marque ne couvre aucun mot et n’a pas été gardée.',
      other: '{n} marques ne couvrent aucun mot et n’ont pas été gardées.',
    },
  },
  sourcesWithoutText: {
    en: { one: '{n} source is no text and stayed out.', other: '{n} sources are no texts and stayed out.' },
    fr: {
      one: '{n} source n’est pas un texte et n’a pas été gardée.',
      other: '{n} sources ne sont pas des textes et n’ont pas été gardées.',
    },
  },
  absentTexts: {
    en: { one: '{n} text is empty or not in the file.', other: '{n} texts are empty or not in the file.' },
    fr: { one: '{n} texte est vide ou absent du fichier.', other: '{n} textes sont vides ou absents du fichier.' },
  },
  placelessPassages: {
    en: {
      one: '{n} passage has no place in its text and stayed out.',
      other: '{n} passages have no place in their text and stayed out.',
    },
    fr: {
      one: '{n} passage n’a pas de place dans son texte et n’a pas été gardé.',
      other: '{n} passages n’ont pas de place dans leur texte et n’ont pas été gardés.',
    },
  },
  passageLinks: {
    en: { one: '{n} link between passages was not made.', other: '{n} links between passages were not made.' },
    fr: { one: '{n} lien entre passages n’a pas été créé.', other: '{n} liens entre passages n’ont pas été créés.' },
  },
  passageLinksInComments: {
    en: {
      one: '{n} link between passages was not made; the comment says it in words.',
      other: '{n} links between passages were not made; the comments say them in words.',
    },
    fr: {
      one: '{n} lien entre passages n’a pas été créé\u00a0; le commentaire le dit en toutes lettres.',
      other: '{n} liens entre passages n’ont pas été créés\u00a0; les commentaires les disent en toutes lettres.',
    },
  },
  sets: {
    en: { one: '{n} set was not made a collection.', other: '{n} sets were not made collections.' },
    fr: {
      one: '{n} ensemble n’est pas devenu une collection.',
      other: '{n} ensembles ne sont pas devenus des collections.',
    },
  },
  casesAndGraphs: {
    en: { one: '{n} case or graph stayed out.', other: '{n} cases and graphs stayed out.' },
    fr: { one: '{n} cas ou graphe n’a pas été gardé.', other: '{n} cas et graphes n’ont pas été gardés.' },
  },
  codesAsList: {
    en: {
      one: '{n} code became a line of a note: a code becomes a label when it is put on a passage. Colours stayed out.',
      other:
        '{n} codes became lines of a note: a code becomes a label when it is put on a passage. Colours stayed out.',
    },
    fr: {
      one: '{n} code est devenu une ligne de note\u00a0: un code devient une étiquette une fois posé sur un passage. Les couleurs n’ont pas été gardées.',
      other:
        '{n} codes sont devenus les lignes d’une note\u00a0: un code devient une étiquette une fois posé sur un passage. Les couleurs n’ont pas été gardées.',
    },
  },
  annotationsWithoutWords: {
    en: {
      one: '{n} annotation is of a whole page, an answer, or marks no words, and stayed out.',
      other: '{n} annotations are of whole pages, answers, or mark no words, and stayed out.',
    },
    fr: {
      one: '{n} annotation porte sur une page entière, répond à une autre ou ne marque aucun mot, et n’a pas été gardée.',
      other:
        '{n} annotations portent sur des pages entières, répondent à d’autres ou ne marquent aucun mot, et n’ont pas été gardées.',
    },
  },
  unreadReferences: {
    en: {
      one: '{n} reference without a title or an address stayed out.',
      other: '{n} references without a title or an address stayed out.',
    },
    fr: {
      one: '{n} référence sans titre ni adresse n’a pas été gardée.',
      other: '{n} références sans titre ni adresse n’ont pas été gardées.',
    },
  },
  referenceNotes: {
    en: { one: '{n} note of a reference stayed out.', other: '{n} notes of references stayed out.' },
    fr: {
      one: '{n} note d’une référence n’a pas été gardée.',
      other: '{n} notes de références n’ont pas été gardées.',
    },
  },
  attachedFiles: {
    en: {
      one: '{n} attached file is only named in the list: bring the file in by itself.',
      other: '{n} attached files are only named in the list: bring the files in by themselves.',
    },
    fr: {
      one: '{n} fichier joint n’est que nommé dans la liste\u00a0: importez le fichier lui-même.',
      other: '{n} fichiers joints ne sont que nommés dans la liste\u00a0: importez les fichiers eux-mêmes.',
    },
  },
  unclosedEntries: {
    en: {
      one: '{n} reference has a value whose brace or quote is never closed; check it: {detail}.',
      other: '{n} references have a value whose brace or quote is never closed; check them: {detail}.',
    },
    fr: {
      one: '{n} référence a une valeur dont l’accolade ou le guillemet n’est jamais fermé\u00a0; vérifiez-la\u00a0: {detail}.',
      other:
        '{n} références ont une valeur dont l’accolade ou le guillemet n’est jamais fermé\u00a0; vérifiez-les\u00a0: {detail}.',
    },
  },
  referenceFields: {
    en: { one: 'Fields of references not kept: {detail}.', other: 'Fields of references not kept: {detail}.' },
    fr: {
      one: 'Champs de références non gardés\u00a0: {detail}.',
      other: 'Champs de références non gardés\u00a0: {detail}.',
    },
  },
} as const satisfies Readonly<Record<string, ImportLossWording>>;

export type ImportLossId = keyof typeof importLossWords;

/** Something a file held that did not come in. */
export interface ImportLoss {
  readonly what: ImportLossId;
  /** How many; 1 where there is nothing to count. */
  readonly count: number;
  /** What the file itself says, in its own words: names of fields, of attachments … */
  readonly detail?: string;
}

/** What an importer tells of a loss: typed, or as it stands, an English sentence. */
export type ToldLoss = ImportLoss | string;

/** Those that occur, in the order given. */
export const countedLosses = (counts: readonly (readonly [ImportLossId, number])[]): readonly ImportLoss[] =>
  counts.flatMap(([what, count]) => (count > 0 ? [{ what, count }] : []));

/** A loss in a sentence. */
export function importLossSentence(loss: ToldLoss, language: 'en' | 'fr'): string {
  if (typeof loss === 'string') return loss;
  const { what, count, detail = '' } = loss;
  const { one, other } = importLossWords[what][language];
  const values: Readonly<Record<string, string>> = { n: new Intl.NumberFormat(language).format(count), detail };
  return (count === 1 ? one : other).replace(/\{(n|detail)\}/g, (_whole, name: string) => values[name] ?? '');
}
