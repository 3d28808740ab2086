/** The page is read as a browser would and by pandoc: all words, no script, every link leads somewhere. */
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { answerOf, isInstalled } from '../read-by-others';
import { trialBundle } from '../trial-bundle';
import { htmlExporter } from './html-exporter';

const bundle = trialBundle();
const [file] = htmlExporter.write(bundle);
const page = new TextDecoder().decode(file?.bytes);
const { document } = parseHTML(page);
const textOfAll = (selector: string): string =>
  [...document.querySelectorAll(selector)].map((each) => each.textContent).join('');

describe('a page for reading', () => {
  it('marks the words of every passage with its kind', () => {
    for (const annotation of bundle.annotations.filter(({ orphaned }) => !orphaned)) {
      const first = document.getElementById(`p-${annotation.uid}`);
      expect(first?.getAttribute('class')).toContain(`kind-${annotation.kind}`);
      expect(annotation.selector.exact.startsWith(first?.textContent?.split('\n')[0]?.replace(/\d+$/, '') ?? '?')).toBe(
        true,
      );
    }
  });

  it('holds orphans with their words, comments as markup of their own, verdicts in words', () => {
    expect(textOfAll('.orphans blockquote')).toContain('plus là 😀');
    expect(document.querySelector('.comment strong')?.textContent).toBe('Officieux');
    expect(document.querySelectorAll('.comment ul > li')).toHaveLength(2);
    expect(textOfAll('.note dd')).toContain('disputed');
  });

  it('runs nothing and loads nothing, whatever the words are', () => {
    expect(document.querySelectorAll('script, iframe, object, embed, link, base')).toHaveLength(0);
    for (const element of document.querySelectorAll('*'))
      for (const { name } of element.attributes) expect(name).not.toMatch(/^on|^srcset$/);
    // a picture stands in the page itself
    for (const element of document.querySelectorAll('[src]'))
      expect(element.getAttribute('src')).toMatch(/^data:image\/png;base64,/);
    expect(document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content')).toContain(
      "default-src 'none'",
    );
    expect(page).not.toMatch(/url\(|@import/);
    expect(textOfAll('h1')).toContain('<script>alert("1")</script>');
  });

  it('leads nowhere that is not there', () => {
    const targets = [...document.querySelectorAll('a[href^="#"]')].map(
      (link) => link.getAttribute('href')?.slice(1) ?? '',
    );
    expect(targets.length).toBeGreaterThan(20);
    for (const target of targets) expect(document.getElementById(target)?.id).toBe(target);
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('names the original by its SHA-256', () => {
    expect(textOfAll('.fact-sha256 dd')).toBe(bundle.documents[0]?.originals[0]?.sha256);
  });

  it('speaks French when asked', () => {
    const [french] = htmlExporter.write(bundle, { language: 'fr', values: {} });
    const words = parseHTML(new TextDecoder().decode(french?.bytes)).document;
    expect(words.documentElement.getAttribute('lang')).toBe('fr');
    expect([...words.querySelectorAll('.note dd')].map((each) => each.textContent)).toContain('disputée');
  });

  it.skipIf(!isInstalled('pandoc'))('is read by pandoc with headings, lists and tables (needs pandoc)', () => {
    const markdown = answerOf('pandoc', ['-f', 'html', '-t', 'gfm'], page);
    for (const words of ['🕊️ Le sommet 🇫🇷', 'nord-coréens', '최선희', 'لن نوقّع', 'שלום'])
      expect(markdown).toContain(words);
    expect(markdown).toMatch(/1\.\s+premier/);
  });

  it.skipIf(!isInstalled('xmllint'))('is well-formed as XML too, for e-books (needs xmllint)', () => {
    expect(answerOf('xmllint', ['--noout', '-'], page)).toBe('');
  });
});
