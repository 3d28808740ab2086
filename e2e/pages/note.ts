/** The note editor: title, text, formatting, quoted passages, mentions. */
import { expect, type Locator, type Page } from '@playwright/test';
import { type Language, pattern, wordsOf } from './words';

export class Note {
  readonly title: Locator;
  readonly text: Locator;
  readonly toolbar: Locator;
  readonly passages: Locator;
  readonly mentions: Locator;

  constructor(
    readonly page: Page,
    readonly language: Language,
  ) {
    const { note, reading, common } = wordsOf(language);
    const room = page.getByRole('region', { name: common.readingRoom });
    this.title = room.getByRole('textbox', { name: reading.title, exact: true });
    this.text = room.getByRole('textbox', { name: pattern(note.text) });
    this.toolbar = room.getByRole('toolbar', { name: note.toolbar });
    this.passages = room.getByRole('figure', { name: pattern(note.passage) });
    this.mentions = page.getByRole('listbox', { name: note.mentionMenu });
  }

  /** Begins a note by the button of the top bar and gives it its title. */
  async begin(title: string): Promise<void> {
    await this.page
      .getByRole('banner')
      .getByRole('button', { name: wordsOf(this.language).common.newNote })
      .click();
    await expect(this.text).toBeVisible();
    await this.title.fill(title);
    await this.title.press('Enter');
    await expect(this.text).toBeFocused();
  }

  /** Quotes the passage that holds some words, at the caret. */
  async insertPassage(words: string): Promise<void> {
    const { note } = wordsOf(this.language);
    await this.toolbar.getByRole('button', { name: note.insertPassage }).click();
    const dialog = this.page.getByRole('dialog', { name: note.choosePassage });
    await dialog.getByRole('combobox', { name: note.findPassage }).fill(words);
    await dialog.getByRole('option').filter({ hasText: words }).first().click();
    await expect(dialog).toBeHidden();
    await expect(this.passages.filter({ hasText: words })).toBeVisible();
  }
}
