/** The templates that come with the program: what a note of each begins with. Pure. */
import type { Block, Body, Inline } from '@shared/model/block';
import { bodyVersion } from '@shared/model/block';

/** In the order they are offered. */
export const noteTemplates = ['source-sheet', 'interview', 'daily'] as const;
export type NoteTemplate = (typeof noteTemplates)[number];

/** A note of the archive with one of these labels is a template of the person's own, whatever the language now. */
export const templateLabels = { en: 'template', fr: 'modèle' } as const;

const inlinesOf = (text: string): readonly Inline[] => (text === '' ? [] : [{ type: 'text', text }]);

function blockOf(line: string): Block {
  const [, sign = '', text = ''] = /^(## |- \[ \] ?|- )?(.*)$/s.exec(line) ?? [];
  const inlines = inlinesOf(text);
  if (sign.startsWith('##')) return { type: 'heading', level: 2, inlines };
  if (sign.startsWith('- [')) return { type: 'listItem', list: 'checked', depth: 0, checked: false, inlines };
  if (sign !== '') return { type: 'listItem', list: 'bulleted', depth: 0, inlines };
  return { type: 'paragraph', inlines };
}

/** The body a template's wording stands for: `## ` headings, `- ` and `- [ ] ` lists, else paragraphs. */
export const templateBody = (wording: string): Body => ({
  version: bodyVersion,
  blocks: wording.split('\n').map(blockOf),
});

/** The day as it begins a daily note's title, whatever the language: "2026-11-22". Local time. */
export function dayOf(atMs: number): string {
  const at = new Date(atMs);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Title of a daily note: "2026-11-22, dimanche". */
export function dailyTitle(atMs: number, locale: string): string {
  return `${dayOf(atMs)}, ${new Intl.DateTimeFormat(locale, { weekday: 'long' }).format(atMs)}`;
}
