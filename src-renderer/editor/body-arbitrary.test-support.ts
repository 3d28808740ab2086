/** Arbitrary normalised bodies for the property tests of this folder. */
import { type Block, type Body, bodyVersion, type Inline, type ListKind, marks } from '@shared/model/block';
import { annotationUid, documentUid, sha256Hex } from '@shared/model/ids';
import { normaliseBody } from '@shared/text/canonical-text';
import fc from 'fast-check';

const aDocument = documentUid('0192f0aa-0000-7000-8000-000000000001');
const anAnnotation = annotationUid('0192f0aa-0000-7000-8000-000000000002');
const pieces = ['a', 'b c', '\n', '\t', '👩‍🚀', 'é', '한국', '  ', 'l’été', '𝒳', 'Москва', ' «', '\n\n'];
const words = fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((parts) => parts.join(''));
const line = words.map((text) => text.replace(/[\n\t]/g, '·'));

const inline: fc.Arbitrary<Inline> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ type: fc.constant('text' as const), text: words, marks: fc.subarray([...marks]) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('text' as const),
      text: words,
      marks: fc.subarray([...marks]),
      link: fc.constantFrom('https://example.org/a?b=1', 'mailto:a@example.org', 'http://example.org'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('text' as const),
      text: words,
      marks: fc.subarray([...marks]),
      page: fc.constantFrom('12', '13', 'xii'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('mention' as const),
      text: line,
      target: fc.constantFrom({ document: aDocument }, { annotation: anAnnotation }),
    }),
  },
);
const inlines = fc.array(inline, { maxLength: 5 });

const listItem: fc.Arbitrary<Block> = fc
  .record({
    list: fc.constantFrom<ListKind>('bulleted', 'ordered', 'checked'),
    depth: fc.integer({ min: 0, max: 4 }),
    checked: fc.boolean(),
    inlines,
  })
  .map(({ list, depth, checked, inlines: content }) => ({
    type: 'listItem',
    list,
    depth,
    ...(list === 'checked' ? { checked } : {}),
    inlines: content,
  }));

const flat: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant('paragraph' as const), inlines }),
  fc.record({
    type: fc.constant('heading' as const),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const, 6 as const),
    inlines,
  }),
  fc.record({ type: fc.constant('quote' as const), inlines }),
  listItem,
  listItem,
  fc.record({ type: fc.constant('code' as const), text: words }),
  fc.record({ type: fc.constant('code' as const), text: words, language: fc.constantFrom('ts', 'python') }),
  fc.record({
    type: fc.constant('image' as const),
    asset: fc.constantFrom(null, sha256Hex('ab'.repeat(32))),
    alt: line,
    inlines,
  }),
  fc.constant<Block>({ type: 'rule' }),
  fc
    .record({
      type: fc.constant('passage' as const),
      annotation: fc.constant(anAnnotation),
      document: fc.constant(aDocument),
      text: words,
      source: words,
      kept: fc.constantFrom(true as const, undefined),
    })
    .map(({ kept, ...passage }): Block => ({ ...passage, ...(kept ? { kept } : {}) })),
);

const table = (cellBlock: fc.Arbitrary<Block>): fc.Arbitrary<Block> =>
  fc.record({
    type: fc.constant('table' as const),
    rows: fc.array(
      fc.record({
        cells: fc.array(fc.record({ header: fc.boolean(), blocks: fc.array(cellBlock, { maxLength: 3 }) }), {
          maxLength: 3,
        }),
      }),
      { maxLength: 3 },
    ),
  });

/** Every kind of block, tables within tables included. */
export const arbitraryBody: fc.Arbitrary<Body> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: flat },
      { weight: 1, arbitrary: table(fc.oneof({ weight: 6, arbitrary: flat }, { weight: 1, arbitrary: table(flat) })) },
    ),
    {
      maxLength: 8,
    },
  )
  .map((blocks) => normaliseBody({ version: bodyVersion, blocks }));
