/** Opens the article with the contestant named in the address, and marks the selection when `1` is pressed. */
import type { BenchArticle } from '../article';
import type { Contestant } from './contestant';
import { highlights } from './highlights';
import { marks } from './marks';
import { prosemirror } from './prosemirror';
import { recogito } from './recogito';

const contestants: Readonly<Record<string, Contestant>> = { marks, highlights, prosemirror, recogito };

function found<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`there is no ${what}`);
  return value;
}

const name = new URLSearchParams(location.search).get('contestant') ?? '';
const contestant = found(contestants[name], `contestant ${name}`);
const pane = found(document.getElementById('pane'), 'pane');

found(document.getElementById('open'), 'button').addEventListener('click', async () => {
  // Postil reads from its archive at this point: the others read a file.
  const article: BenchArticle = await (await fetch('article.json')).json();
  const opened = await contestant(pane, article);
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== '1') return;
      event.preventDefault();
      event.stopPropagation();
      opened.add();
    },
    { capture: true },
  );
});
