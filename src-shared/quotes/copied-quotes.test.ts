import { expect, test } from 'vitest';
import { emptyMetadata } from '../model/document';
import { type CopiedQuote, copiedAs } from './copied-quotes';

const article: CopiedQuote = {
  quote: '1. “Safe” & *open* <now>\n- for good',
  document: {
    title: 'Bridge & tunnel',
    metadata: {
      ...emptyMetadata,
      authors: ['Ada Lowden'],
      site: 'The Ledger',
      url: 'https://example.org/a?b=1&c=2',
      language: 'en',
    },
  },
  date: 'October 31, 2025',
  place: { paragraph: 4 },
};

test('plain text is the quotation with its citation in brackets', () => {
  expect(copiedAs('plain', [{ ...article, quote: 'Safe.' }], 'en')).toEqual({
    text: '“Safe.” (Ada Lowden, “Bridge & tunnel”, The Ledger, October 31, 2025, par.\u00a04, https://example.org/a?b=1&c=2)',
  });
});

test('Markdown is a block of quotation whose words stay words', () => {
  expect(copiedAs('markdown', [article], 'en').text).toBe(
    [
      '> 1\\. “Safe” & \\*open\\* \\<now\\>',
      '>',
      '> \\- for good',
      '>',
      '> — Ada Lowden, “Bridge & tunnel”, The Ledger, October 31, 2025, par.\u00a04, <https://example.org/a?b=1&c=2>',
    ].join('\n'),
  );
});

test('rich text is HTML that can hold no markup of the source, with plain text beside it', () => {
  const { text, html } = copiedAs('rich', [article], 'fr');
  expect(html).toBe(
    '<blockquote lang="en"><p>1. “Safe” &amp; *open* &lt;now&gt;</p><p>- for good</p></blockquote>' +
      '<p>— Ada Lowden, «\u202fBridge &amp; tunnel\u202f», The Ledger, October 31, 2025, §\u00a04, ' +
      '<a href="https://example.org/a?b=1&amp;c=2">https://example.org/a?b=1&amp;c=2</a></p>',
  );
  expect(text).toBe(copiedAs('plain', [article], 'fr').text);
});

test('an address that is no web address is words, not a link', () => {
  const document = { ...article.document, metadata: { ...article.document.metadata, url: 'javascript:alert(1)' } };
  expect(copiedAs('rich', [{ ...article, document }], 'en').html).not.toContain('href');
});

test('a quotation of a document nothing is known of has no line for its source', () => {
  const bare = { quote: 'Words', document: { title: '', metadata: emptyMetadata }, date: '', place: {} };
  expect(copiedAs('markdown', [bare], 'en').text).toBe('> Words');
  expect(copiedAs('rich', [bare], 'en').html).toBe('<blockquote><p>Words</p></blockquote>');
});
