/** Plain text: every document's words with its passages listed below, for any program there ever was. */

import { parseComment } from '@shared/comments/comment-markdown';
import { defaultChoices, type ExportChoices, type ExportLanguage } from '@shared/contract/export-choices';
import type { Annotation } from '@shared/model/annotation';
import type { ExportBundle, ExportedFile, Loss } from '@shared/model/bundle';
import type { Document } from '@shared/model/document';
import { leavesOf, textOf } from '@shared/text/canonical-text';
import {
  countEarlier,
  countFormatted,
  countOriginals,
  countOutsideLinks,
  countPictures,
  lossesOf,
} from '../count-losses';
import type { Exporter } from '../exporter';
import { nameOfBundle } from '../name-of-bundle';
import { type BundleIndex, indexBundle } from '../reading/bundle-index';
import { citationWords, sourcesOf } from '../reading/citations';
import {
  documentFacts,
  isoTime,
  kindWords,
  linkTarget,
  oneLine,
  passageFacts,
  relationWords,
  titleWords,
} from '../reading/passage-words';
import { readingWords } from '../reading/reading-words';
import { safeFileName } from '../safe-file-name';

const rule = '='.repeat(72);
const indent = '    ';

/** Paragraphs with an empty line between them, as the text's own lines stand; a quotation says where it comes from. */
const wordsOf = (document: Document, index: BundleIndex, language: ExportLanguage): string =>
  leavesOf(document.body)
    .map(({ block, start, end }) => {
      const words = document.text.slice(start, end);
      if (block.type === 'image') return pictureLines(block.alt, words, language);
      const citation = block.type === 'passage' ? citationWords(block, index, language) : '';
      return citation === '' ? words : `${readingWords[language].quoted(words)}\n${indent}— ${citation}`;
    })
    .filter((line) => line !== '')
    .join('\n\n');

/** What a picture shows, in brackets, then its caption. */
function pictureLines(alt: string, caption: string, language: ExportLanguage): string {
  const { picture } = readingWords[language];
  const shown = alt === '' ? picture : `${picture}${language === 'fr' ? '\u00a0:' : ':'} ${oneLine(alt)}`;
  return [`[${shown}]`, caption].filter((line) => line !== '').join('\n');
}

function sourceLines(document: Document, index: BundleIndex, language: ExportLanguage): string {
  const sources = sourcesOf(document, index, language);
  if (sources.length === 0) return '';
  const lines = sources.map(({ words, address }, at) =>
    [`[${at + 1}] ${words}`, address].filter((part) => part !== '').join(`\n${indent}`),
  );
  return `${readingWords[language].sources}\n${'-'.repeat(24)}\n\n${lines.join('\n')}`;
}

function passageLines(annotation: Annotation, number: number, index: BundleIndex, language: ExportLanguage): string {
  const words = readingWords[language];
  const lost = annotation.orphaned ? ` (${words.notFound})` : '';
  const comment = textOf(parseComment(annotation.comment));
  const colon = language === 'fr' ? '\u00a0:' : ':';
  const lines = [
    `[${number}] ${kindWords(annotation.kind, language)}${lost}`,
    words.quoted(oneLine(annotation.selector.exact)),
    ...(comment === '' ? [] : comment.split('\n')),
    ...passageFacts(annotation, index, language).map(({ label, value }) => `${label}${colon} ${value}`),
    ...(annotation.labels.length === 0 ? [] : [`${words.labels}${colon} ${annotation.labels.map(oneLine).join(', ')}`]),
    ...index
      .linksOf(annotation.uid)
      .map((end) => `→ ${relationWords(end.link, end.outgoing, language)} ${linkTarget(end, index, language)}`),
  ];
  return lines.map((line, at) => (at === 0 ? line : `${indent}${line}`)).join('\n');
}

function documentText(document: Document, index: BundleIndex, language: ExportLanguage): string {
  const annotations = index.annotationsOf(document.uid);
  const colon = language === 'fr' ? '\u00a0:' : ':';
  const parts = [
    `${rule}\n${titleWords(document.title, language)}\n${rule}`,
    documentFacts(document, index, language)
      .map(({ label, value }) => `${label}${colon} ${value}`)
      .join('\n'),
    wordsOf(document, index, language),
    sourceLines(document, index, language),
    ...(annotations.length === 0
      ? []
      : [
          `${readingWords[language].passages}\n${'-'.repeat(24)}`,
          ...annotations.map((annotation, at) => passageLines(annotation, at + 1, index, language)),
        ]),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function* write(bundle: ExportBundle, choices: ExportChoices = defaultChoices): Generator<ExportedFile> {
  const { language } = choices;
  const index = indexBundle(bundle);
  const text = [
    ...bundle.documents.map((document) => documentText(document, index, language)),
    readingWords[language].exported(isoTime(bundle.exportedAtMs)),
  ].join('\n\n\n');
  const path = `${safeFileName(nameOfBundle(bundle, language), new Set())}.txt`;
  yield { path, bytes: new TextEncoder().encode(`${text}\n`) };
}

const losses = (bundle: ExportBundle): readonly Loss[] =>
  lossesOf({
    formatting: countFormatted(bundle),
    originals: countOriginals(bundle),
    pictures: countPictures(bundle),
    outsideLinks: countOutsideLinks(bundle),
    earlierVersions: countEarlier(bundle),
  });

export const textExporter: Exporter = {
  id: 'text',
  label: { en: 'Plain text', fr: 'Texte simple' },
  description: {
    en: 'The words of every document in one file, with its passages listed below.',
    fr: 'Les mots de chaque document dans un fichier, avec la liste de ses passages.',
  },
  carries: {
    en: 'words, what is known of the document, passages with comment, fields and links',
    fr: 'mots, ce que l’on sait du document, passages avec commentaire, champs et liens',
  },
  target: 'file',
  extension: 'txt',
  selectable: true,
  options: [],
  needs: 'nothing',
  preview: 'text',
  carriesBin: false,
  losses,
  write,
};
