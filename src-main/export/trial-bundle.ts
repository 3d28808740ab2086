/**
 * A bundle that tries every format: emoji before passages, Arabic and Hebrew, combining marks
 * no precomposed letter has, Hangul, a table, passages that overlap, cross blocks or are
 * orphaned, links across documents, and words that would be markup or a formula elsewhere.
 * Used by tests only.
 */
import type { ExportBundle } from '@shared/model/bundle';
import { collectionUid } from '@shared/model/ids';
import {
  annotationOf,
  assetsOf,
  bodyOf,
  bundleOf,
  documentOf,
  linkOf,
  originalOf,
  paragraph,
  pngOf,
  uidOf,
} from './bundle-samples';

/** The picture the first document shows. */
export const picture = pngOf(60, 40, [180, 30, 30]);

/** What formats must carry as words and nothing else. */
export const hostile = '=1+1 </p>]]>&amp;<script>alert("1")</script> {%$#_^~\\} @x';

export function trialBundle(): ExportBundle {
  const original = new TextEncoder().encode('<p>🕊️ Entre Moscou et Pyongyang</p>');
  const french = documentOf(
    1,
    bodyOf(
      { type: 'heading', level: 1, inlines: [{ type: 'text', text: '🕊️ Le sommet 🇫🇷' }] },
      paragraph(
        '👩‍👩‍👧 Il a dit : « ',
        { type: 'text', text: 'quasiment 600 militaires', marks: ['bold'] },
        ' nord-coréens » 😀, puis q̃ et ṩ.',
      ),
      paragraph('Une phrase de plus avec 600 militaires.'),
      { type: 'listItem', list: 'ordered', depth: 0, inlines: [{ type: 'text', text: 'premier' }] },
      { type: 'listItem', list: 'bulleted', depth: 1, inlines: [{ type: 'text', text: 'dedans' }] },
      {
        type: 'table',
        rows: [
          {
            cells: [
              { header: true, blocks: [paragraph('Date')] },
              { header: true, blocks: [paragraph('Lieu')] },
            ],
          },
          {
            cells: [
              { header: false, blocks: [paragraph('2024-12 😀')] },
              { header: false, blocks: [paragraph('Koursk')] },
            ],
          },
        ],
      },
      {
        type: 'image',
        asset: picture.sha256,
        alt: 'Le pont 🕊️ [1] "nord"',
        inlines: [{ type: 'text', text: 'Photo : 외무성' }],
      },
      paragraph(hostile),
    ),
    {
      title: `Sommet 😀 ${hostile}`,
      metadata: {
        authors: ['Choe Son Hui', 'Agence France-Presse', 'Martin, Anne'],
        site: 'Le Monde & Cie',
        url: 'https://example.org/a?b=1&c=<2>',
        date: '2025-10-27',
        language: 'fr',
        description: 'Résumé, "entre guillemets"; =SUM(A1)',
      },
      labels: ['Corée/Nord', '=cmd|calc'],
      originals: [originalOf(original, 'a <b>.html')],
    },
  );
  const others = documentOf(
    2,
    bodyOf(
      paragraph('قال الوزير: «لن نوقّع» 🙂 ثم غادر القاعة.'),
      paragraph('שר החוץ אמר שלום 😀 ויצא.'),
      paragraph('조선민주주의인민공화국 외무상(최선희)은 모스크바를 방문했다.'),
      paragraph('हिन्दी में कथन और क्षि.'),
    ),
    {
      title: 'ثلاث لغات 세 언어',
      metadata: { authors: ['최선희'], site: '', url: '', date: '2024-12~', language: 'ar', description: '' },
    },
  );
  const bold = annotationOf(1, french, 'quasiment 600 militaires', {
    comment: `**Officieux** ${hostile}\n\n- un\n- deux`,
    labels: ['bilan', '+1'],
    fields: { verdict: 'disputed', speaker: '=Séoul', confidence: 'low' },
  });
  const overlapping = annotationOf(2, french, '600 militaires nord-coréens » 😀', {
    kind: 'event',
    fields: { date: '2024-12', place: 'Koursk' },
  });
  const across = annotationOf(3, french, 'puis q̃ et ṩ.\nUne phrase', {
    kind: 'source',
    fields: { name: 'Le "Monde"' },
  });
  const cell = annotationOf(4, french, '2024-12 😀', { kind: 'event', fields: { date: '2024-12?/2025' } });
  const arabic = annotationOf(5, others, 'لن نوقّع', { comment: 'تعليق' });
  const hebrew = annotationOf(6, others, 'שלום 😀', { kind: 'source' });
  const hangul = annotationOf(7, others, '외무상(최선희)', { kind: 'source', fields: { name: '최선희' } });
  const orphan = {
    ...annotationOf(8, french, 'premier', { comment: 'perdu' }),
    orphaned: true,
    selector: { start: 3, end: 12, exact: 'plus\nlà 😀', prefix: 'n’est ', suffix: '.', textHash: '0' },
  };
  const outer = collectionUid(uidOf('c', 1));
  const inner = collectionUid(uidOf('c', 2));
  return bundleOf(
    {
      documents: [french, others],
      annotations: [bold, overlapping, across, cell, arabic, hebrew, hangul, orphan],
      links: [
        linkOf(1, bold, arabic, 'contradicts'),
        linkOf(2, overlapping, others, 'happened-in'),
        linkOf(3, hangul, bold, 'attributed-to'),
        linkOf(4, orphan, hebrew, 'related'),
      ],
      collections: [
        { uid: outer, parent: null, name: 'Sommet / Summit', documents: 1 },
        { uid: inner, parent: outer, name: '소스 & sources', documents: 1 },
      ],
      readAsset: assetsOf(picture),
      memberships: [
        { collection: outer, document: french.uid },
        { collection: inner, document: others.uid },
      ],
    },
    [original],
  );
}
