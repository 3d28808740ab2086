import { describe, expect, it } from 'vitest';
import { type Block, bodyVersion, type Inline } from '../model/block';
import { annotationUid, documentUid } from '../model/ids';
import { textOf } from '../text/canonical-text';
import { quotationsIn } from './find-quotations';

const document = documentUid('0192f0aa-0000-7000-8000-000000000001');
const annotation = annotationUid('0192f0aa-0000-7000-8000-000000000002');
const words = (text: string): Inline => ({ type: 'text', text });
const named: Inline = { type: 'mention', text: 'Le Courrier', target: { document } };
const quote = (...inlines: Inline[]): Block => ({ type: 'quote', inlines });
const paragraph = (...inlines: Inline[]): Block => ({ type: 'paragraph', inlines });
const found = (...blocks: Block[]) => quotationsIn({ version: bodyVersion, blocks });

describe('quotations in a note', () => {
  it('are its quoted passages, with what they were settled against', () => {
    expect(
      found(
        { type: 'passage', annotation, document, text: 'mine', source: 'theirs', kept: true },
        paragraph(words('x')),
      ),
    ).toEqual([{ is: 'passage', annotation, document, text: 'mine', source: 'theirs', kept: true, start: 0, end: 4 }]);
  });

  it('are quote blocks that end in a mention', () => {
    expect(found(paragraph(words('Before')), quote(words('Les panneaux — '), named))).toEqual([
      { is: 'block', annotation: null, document, text: 'Les panneaux', start: 7, end: 19 },
    ]);
  });

  it('are quote blocks with a mention at the beginning of the next line', () => {
    const mention: Inline = { type: 'mention', text: '“12 t”', target: { annotation } };
    expect(found(quote(words('Les panneaux')), paragraph(words('— '), mention, words(', page 3')))).toEqual([
      { is: 'block', annotation, document: null, text: 'Les panneaux', start: 0, end: 12 },
    ]);
  });

  it('are several quote blocks under one mention', () => {
    const blocks = [quote(words('one')), quote(words('two')), paragraph(named)];
    const [only, ...others] = found(...blocks);
    expect(others).toEqual([]);
    expect(textOf({ version: bodyVersion, blocks }).slice(only?.start, only?.end)).toBe('one\ntwo');
    expect(only?.text).toBe('one\ntwo');
  });

  it('are not quote blocks whose source is not named right after them', () => {
    expect(found(quote(words('one')), paragraph(words('See '), named))).toEqual([]);
    expect(found(quote(words('one')), paragraph(), paragraph(named))).toEqual([]);
    expect(found(quote(words('one')), { type: 'rule' }, paragraph(named))).toEqual([]);
    expect(found(quote(named))).toEqual([]);
    expect(found(quote(words('one '), named, words(' said so')))).toEqual([]);
  });
});
