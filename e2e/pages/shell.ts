/** What surrounds the panes: messages, the save mark, dialogs, commands. */
import { expect, type Locator, type Page } from '@playwright/test';
import { type Language, wordsOf } from './words';

export class Shell {
  readonly dialog: Locator;
  readonly messages: Locator;

  constructor(
    readonly page: Page,
    readonly language: Language,
  ) {
    this.dialog = page.getByRole('dialog');
    this.messages = page.getByRole('region', { name: wordsOf(language).common.notifications });
  }

  async says(words: string | RegExp): Promise<void> {
    await expect(this.messages.getByText(words).last()).toBeVisible();
  }

  /** Waits until what was typed is on disk. */
  async saved(): Promise<void> {
    const { common } = wordsOf(this.language);
    await expect(this.page.getByRole('banner').getByRole('status')).toHaveText(common.saved);
  }

  /** Runs a command through the palette. */
  async command(name: string): Promise<void> {
    const { settings } = wordsOf(this.language);
    await this.page.keyboard.press('Control+Shift+P');
    const palette = this.page.getByRole('dialog', { name: settings.paletteTitle });
    await palette
      .getByRole('combobox', { name: settings.paletteInput })
      .or(palette.getByRole('searchbox'))
      .first()
      .fill(name);
    await palette.getByRole('option', { name }).or(palette.getByRole('menuitem', { name })).first().click();
    await expect(palette).toBeHidden();
  }

  async choose(field: string, option: string): Promise<void> {
    await this.dialog.getByRole('button', { name: new RegExp(field) }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  async closeDialog(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.dialog).toBeHidden();
  }
}
