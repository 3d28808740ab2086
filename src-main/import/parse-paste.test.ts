import { textOf } from '@shared/text/canonical-text';
import { describe, expect, it } from 'vitest';
import { type Pasted, parsePaste } from './parse-paste';

async function paste(pasted: Pasted) {
  const outcome = await parsePaste(pasted);
  if (!outcome.ok) throw new Error(outcome.error.message);
  return { ...outcome.value, text: textOf(outcome.value.body) };
}

describe('what is pasted', () => {
  it('as HTML keeps all that was chosen, cleaned', async () => {
    const html =
      'Version:0.9\r\nSourceURL:https://site.example/a\r\n<html><body><!--StartFragment--><nav>Menu</nav><p>Un <b style="font-weight:normal">mot</b> <a href="/b" onclick="evil()">ici</a>.</p><script>evil()</script><!--EndFragment--></body></html>';
    const document = await paste({ html, text: 'Un mot ici.' });
    expect(document.text).toBe('Menu\nUn mot ici.');
    expect(document.metadata.url).toBe('https://site.example/a');
    expect(JSON.stringify(document)).not.toMatch(/evil|bold/);
    expect(JSON.stringify(document.body)).toContain('https://site.example/b');
  });

  it('as HTML without words falls back to the text', async () => {
    expect((await paste({ html: '<meta charset="utf-8"><img src="x">', text: 'Des mots.' })).text).toBe('Des mots.');
  });

  it('as text is titled by its first line', async () => {
    const document = await paste({
      text: 'Le titre du papier\n\nUn paragraphe qui suit, assez long pour en être un, avec sa ponctuation.',
    });
    expect(document).toMatchObject({ type: 'article', title: 'Le titre du papier', mediaType: 'text/plain' });
  });

  it('without any words is refused', async () => {
    expect(await parsePaste({ html: ' ', text: ' \n' })).toMatchObject({
      ok: false,
      error: { code: 'import/no-text' },
    });
  });
});
