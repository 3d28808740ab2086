/** ProseMirror with a set of inline decorations, mapped through each transaction as its guide does it. */
import { baseKeymap } from 'prosemirror-commands';
import { history } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import type { Node } from 'prosemirror-model';
import { schema } from 'prosemirror-schema-basic';
import { EditorState, Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view';
import type { BenchArticle } from '../article';
import type { Contestant } from './contestant';

const passages = new PluginKey<DecorationSet>('passages');

function documentOf({ paragraphs }: BenchArticle): Node {
  return schema.node(
    'doc',
    null,
    paragraphs.map((text) => schema.node('paragraph', null, schema.text(text))),
  );
}

function decorationsOf(doc: Node, article: BenchArticle): DecorationSet {
  const starts: number[] = [];
  doc.forEach((_paragraph, offset) => void starts.push(offset + 1));
  return DecorationSet.create(
    doc,
    article.passages.map(({ paragraph, start, end, kind }) => {
      const from = starts[paragraph] ?? 0;
      return Decoration.inline(from + start, from + end, { class: `passage ${kind}` });
    }),
  );
}

function passagesPlugin(article: BenchArticle): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: passages,
    state: {
      init: (_config, { doc }) => decorationsOf(doc, article),
      apply: (transaction, set) => {
        const mapped = set.map(transaction.mapping, transaction.doc);
        const added: unknown = transaction.getMeta(passages);
        return added instanceof Decoration ? mapped.add(transaction.doc, [added]) : mapped;
      },
    },
    props: { decorations: (state) => passages.getState(state) },
  });
}

export const prosemirror: Contestant = (pane, article) => {
  const state = EditorState.create({
    doc: documentOf(article),
    plugins: [history(), keymap(baseKeymap), passagesPlugin(article)],
  });
  const view = new EditorView(pane, { state, attributes: { class: 'text', spellcheck: 'false' } });
  return {
    add: () => {
      const { from, to } = view.state.selection;
      view.dispatch(view.state.tr.setMeta(passages, Decoration.inline(from, to, { class: 'passage claim' })));
    },
  };
};
