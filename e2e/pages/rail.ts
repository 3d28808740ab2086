/** The rail beside a text: its passages, its outline, what lost its place. */
import { expect, type Locator, type Page } from '@playwright/test';
import { type Language, wordsOf } from './words';

export class Rail {
  readonly frame: Locator;
  readonly list: Locator;
  readonly passages: Locator;
  readonly outline: Locator;
  readonly orphans: Locator;

  constructor(
    readonly page: Page,
    readonly language: Language = 'en',
  ) {
    const { reading } = wordsOf(language);
    this.frame = page.getByRole('region', { name: reading.rail });
    this.list = this.frame.getByRole('listbox', { name: reading.passageList });
    this.passages = this.list.getByRole('option');
    this.outline = this.frame.getByRole('navigation', { name: reading.outline });
    this.orphans = this.frame.getByRole('article');
  }

  /** Opens it by its key and turns to a tab. */
  async show(tab: 'passages' | 'outline' | 'orphans'): Promise<void> {
    if (!(await this.frame.isVisible())) await this.page.keyboard.press('Control+Shift+L');
    const name = wordsOf(this.language).reading.railTabs[tab];
    await this.frame.getByRole('tab', { name }).click();
    await expect(this.frame.getByRole('tab', { name })).toHaveAttribute('aria-selected', 'true');
  }

  /** Chooses a line of one of its menus. */
  async choose(button: string, line: string | RegExp): Promise<void> {
    await this.frame.getByRole('button', { name: button }).click();
    await this.page.getByRole('menuitem', { name: line }).click();
  }
}
