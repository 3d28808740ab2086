/** EPUB 3: a chapter a document, passages marked, their notes as footnotes, a contents for every reader. */
import { createHash } from 'node:crypto';
import { defaultChoices, type ExportChoices, type ExportLanguage } from '@shared/contract/export-choices';
import type { AssetMediaType } from '@shared/model/asset';
import type { ExportBundle, ExportedFile, Loss } from '@shared/model/bundle';
import type { Document } from '@shared/model/document';
import type { Sha256 } from '@shared/model/ids';
import { lossesOf } from '../count-losses';
import type { Exporter } from '../exporter';
import { pageLosses } from '../html/html-exporter';
import { type Content, html, type Markup, together, verbatim, xml, xmlFile } from '../markup';
import { nameOfBundle } from '../name-of-bundle';
import type { BlockMarkup } from '../reading/block-markup';
import { type BundleIndex, indexBundle } from '../reading/bundle-index';
import { isoTime, titleWords } from '../reading/passage-words';
import { countPicturesBut, pictureFiles, pictureParts } from '../reading/pictures';
import { readingWords } from '../reading/reading-words';
import { isRightToLeft } from '../reading/writing-direction';
import { safeFileName } from '../safe-file-name';
import { zipPieces } from '../zip-writer';
import { chapterOf, chapterPath, pageId } from './chapter';
import { epubStyle } from './epub-style';

/** The kinds every reader of EPUB 3 shows. */
const readableKinds: ReadonlySet<AssetMediaType> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/svg+xml',
]);

const losses = (bundle: ExportBundle): readonly Loss[] => [
  ...pageLosses(bundle),
  ...lossesOf({ avifPictures: countPicturesBut(bundle, readableKinds) }),
];

const pageSpaces = { xmlns: 'http://www.w3.org/1999/xhtml', 'xmlns:epub': 'http://www.idpf.org/2007/ops' } as const;

/** An XHTML file of the book. */
const page = (title: string, language: string, content: Content): string =>
  xmlFile(
    html(
      'html',
      { ...pageSpaces, lang: language, 'xml:lang': language },
      html(
        'head',
        {},
        html('title', {}, title),
        html('link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' }),
      ),
      html('body', {}, content),
    ),
  );

/** The same documents give the same book, whenever it is written. */
const bookId = (documents: readonly Document[]): string => {
  const hex = createHash('sha256')
    .update(documents.map(({ uid }) => uid).join('\n'))
    .digest('hex');
  return `urn:postil:book:${hex.slice(0, 32)}`;
};

function packageFile(
  bundle: ExportBundle,
  title: string,
  language: ExportLanguage,
  pictures: ReadonlyMap<Sha256, string>,
): string {
  const { documents } = bundle;
  const authors = [...new Set(documents.flatMap(({ metadata }) => metadata.authors))];
  const rightToLeft = documents.length > 0 && documents.every(({ text }) => isRightToLeft(text));
  return xmlFile(
    xml(
      'package',
      { xmlns: 'http://www.idpf.org/2007/opf', version: '3.0', 'unique-identifier': 'id', 'xml:lang': language },
      xml(
        'metadata',
        { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
        xml('dc:identifier', { id: 'id' }, bookId(documents)),
        xml('dc:title', {}, title),
        xml(
          'dc:language',
          {},
          documents.find(({ metadata }) => metadata.language !== '')?.metadata.language ?? language,
        ),
        authors.map((author) => xml('dc:creator', {}, author)),
        xml('meta', { property: 'dcterms:modified' }, isoTime(bundle.exportedAtMs)),
      ),
      xml(
        'manifest',
        {},
        xml('item', { id: 'nav', href: 'nav.xhtml', 'media-type': 'application/xhtml+xml', properties: 'nav' }),
        xml('item', { id: 'style', href: 'style.css', 'media-type': 'text/css' }),
        documents.map(({ uid }) =>
          xml('item', { id: `c-${uid}`, href: chapterPath(uid), 'media-type': 'application/xhtml+xml' }),
        ),
        [...pictures].map(([sha256, href]) =>
          xml('item', { id: `p-${sha256}`, href, 'media-type': bundle.describeAsset(sha256)?.mediaType }),
        ),
      ),
      xml(
        'spine',
        { 'page-progression-direction': rightToLeft ? 'rtl' : null },
        xml('itemref', { idref: 'nav', linear: documents.length === 1 ? 'no' : null }),
        documents.map(({ uid }) => xml('itemref', { idref: `c-${uid}` })),
      ),
    ),
  );
}

/** A contents may not be empty: a book of nothing lists itself. */
function contents(documents: readonly Document[], title: string, language: ExportLanguage): Markup {
  const entries: readonly (readonly [string, string])[] =
    documents.length === 0
      ? [['nav.xhtml', title]]
      : documents.map((document) => [chapterPath(document.uid), titleWords(document.title, language)]);
  return html(
    'nav',
    { 'epub:type': 'toc', id: 'toc' },
    html('h1', {}, readingWords[language].contents),
    html(
      'ol',
      {},
      entries.map(([href, words]) => html('li', {}, html('a', { href, dir: 'auto' }, words))),
    ),
  );
}

/** The pages of the sources, as they are numbered there; nothing where there are none. */
function pageList(documents: readonly Document[], index: BundleIndex, language: ExportLanguage): Markup {
  const entries = documents.flatMap((document) =>
    index
      .pagesIn(document)
      .map(({ label }, number) =>
        html('li', {}, html('a', { href: `${chapterPath(document.uid)}#${pageId(number)}` }, label)),
      ),
  );
  if (entries.length === 0) return together();
  return html(
    'nav',
    { 'epub:type': 'page-list', role: 'doc-pagelist', id: 'pages', hidden: 'hidden' },
    html('h2', {}, readingWords[language].page),
    html('ol', {}, entries),
  );
}

function* parts(bundle: ExportBundle, { language }: ExportChoices): Generator<ExportedFile> {
  const encoder = new TextEncoder();
  const file = (path: string, text: string): ExportedFile => ({ path, bytes: encoder.encode(text) });
  const title = nameOfBundle(bundle, language);
  const index = indexBundle(bundle);
  const pictures = pictureFiles(bundle, (name) => `pictures/${name}`, readableKinds);
  // First and unpacked: a reader looks for it at a fixed place.
  yield file('mimetype', 'application/epub+zip');
  yield file(
    'META-INF/container.xml',
    xmlFile(
      xml(
        'container',
        { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
        xml(
          'rootfiles',
          {},
          xml('rootfile', { 'full-path': 'book/book.opf', 'media-type': 'application/oebps-package+xml' }),
        ),
      ),
    ),
  );
  yield file('book/book.opf', packageFile(bundle, title, language, pictures));
  yield file(
    'book/nav.xhtml',
    page(title, language, [contents(bundle.documents, title, language), pageList(bundle.documents, index, language)]),
  );
  yield file('book/style.css', verbatim(epubStyle).toString());
  const pictureOf: BlockMarkup['pictureOf'] = (sha256) => {
    const [src, size] = [pictures.get(sha256), bundle.describeAsset(sha256)];
    return src === undefined || size === null ? null : { src, width: size.width, height: size.height };
  };
  for (const document of bundle.documents) {
    const words = titleWords(document.title, language);
    yield file(
      `book/${chapterPath(document.uid)}`,
      page(words, document.metadata.language || language, chapterOf(document, index, language, pictureOf)),
    );
  }
  yield* pictureParts(bundle, pictures, 'book/');
}

function* write(bundle: ExportBundle, choices: ExportChoices = defaultChoices): Generator<ExportedFile> {
  const path = `${safeFileName(nameOfBundle(bundle, choices.language), new Set())}.epub`;
  yield { path, bytes: new Uint8Array(Buffer.concat([...zipPieces(parts(bundle, choices))])) };
}

export const epubExporter: Exporter = {
  id: 'epub',
  label: { en: 'E-book (EPUB)', fr: 'Livre numérique (EPUB)' },
  description: {
    en: 'A chapter a document, passages marked, for e-readers and phones.',
    fr: 'Un chapitre par document, passages marqués, pour liseuses et téléphones.',
  },
  carries: {
    en: 'text with its form and pictures, passages marked by kind, comments and fields as footnotes, links between chapters',
    fr: 'texte, mise en forme et images, passages marqués par type, commentaires et champs en notes, liens entre chapitres',
  },
  target: 'file',
  extension: 'epub',
  selectable: true,
  options: [],
  needs: 'nothing',
  preview: 'none',
  carriesBin: false,
  losses,
  write,
};
