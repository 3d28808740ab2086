import { annotationOf, bodyOf, documentOf, paragraph, sampleBundle } from '@main/export/bundle-samples';
import type { Annotation } from '@shared/model/annotation';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { bodyHtml } from './body-html';

const shown = (html: string) => parseHTML(html).document;

/** The words under an annotation's marks, in order. */
const marked = (html: string, { uid }: Annotation): string =>
  [...shown(html).querySelectorAll(`mark[data-annotation="${uid}"]`)]
    .map((mark) => mark.innerHTML.replaceAll('<br>', '\n').replace(/<[^>]+>/g, ''))
    .join('');

describe('a body as HTML', () => {
  it('marks exactly each passage, overlapping, across runs, blocks and cells', () => {
    const { documents, annotations } = sampleBundle();
    const [article] = documents;
    if (article === undefined) throw new Error('no sample');
    const across = annotationOf(7, article, 'Koursk', {
      selector: { ...annotationOf(7, article, 'Koursk').selector, start: 5, end: article.text.length - 3 },
    });
    const html = bodyHtml(article.title, 'fr', article.body, [...annotations, across]);
    for (const annotation of annotations.filter(({ orphaned }) => !orphaned)) {
      expect(marked(html, annotation)).toBe(annotation.selector.exact);
    }
    // The newlines between blocks are in no element.
    const words = (text: string): string => text.replace(/\s+/g, '');
    expect(words(shown(`<p>${marked(html, across)}</p>`).querySelector('p')?.textContent ?? '')).toBe(
      words(article.text.slice(5, article.text.length - 3)),
    );
    expect(marked(html, annotations.find(({ orphaned }) => orphaned) ?? across)).toBe('');
  });

  it('holds every text as text', () => {
    const evil = '</title><script>alert(1)</script><img src=x onerror="alert(1)">&lt;';
    const document = documentOf(
      1,
      bodyOf(
        paragraph(evil),
        { type: 'code', text: evil },
        { type: 'image', asset: null, alt: `"${evil}`, inlines: [] },
      ),
      { title: evil },
    );
    const page = shown(bodyHtml(evil, `"><script>`, document.body, [annotationOf(1, document, evil)]));
    expect(page.querySelectorAll('script, img, iframe, [onerror]').length).toBe(0);
    expect(page.querySelector('p')?.textContent).toBe(evil);
    expect(page.querySelector('code')?.textContent).toBe(evil);
    expect(page.querySelector('h1')?.textContent).toBe(evil);
  });
});
