import { en } from '@renderer/i18n/en/index';
import { fr } from '@renderer/i18n/fr/index';
import { bodySchema } from '@shared/contract/schemas';
import { describe, expect, it } from 'vitest';
import { dailyTitle, dayOf, noteTemplates, templateBody } from './note-templates';

describe('a template', () => {
  it('becomes headings, lists and paragraphs', () => {
    expect(templateBody('## Who\nName: \n- one\n- [ ] two\n').blocks).toEqual([
      { type: 'heading', level: 2, inlines: [{ type: 'text', text: 'Who' }] },
      { type: 'paragraph', inlines: [{ type: 'text', text: 'Name: ' }] },
      { type: 'listItem', list: 'bulleted', depth: 0, inlines: [{ type: 'text', text: 'one' }] },
      { type: 'listItem', list: 'checked', depth: 0, checked: false, inlines: [{ type: 'text', text: 'two' }] },
      { type: 'paragraph', inlines: [] },
    ]);
  });

  it.each(noteTemplates)('%s is a body the archive takes, of one shape in both languages', (id) => {
    const [english, french] = [en.note.templates[id].body, fr.note.templates[id].body].map(templateBody);
    expect(bodySchema.safeParse(english).success).toBe(true);
    expect(french?.blocks.map(({ type }) => type)).toEqual(english?.blocks.map(({ type }) => type));
  });
});

describe('a daily note', () => {
  const lateEvening = new Date(2026, 10, 22, 23, 59).getTime();

  it('is named by the local day', () => {
    expect(dailyTitle(lateEvening, 'en')).toBe('2026-11-22, Sunday');
    expect(dailyTitle(lateEvening, 'fr')).toBe('2026-11-22, dimanche');
  });

  it('begins alike in every language, to be found again', () => {
    expect(dailyTitle(lateEvening, 'fr').startsWith(dayOf(lateEvening))).toBe(true);
  });
});
