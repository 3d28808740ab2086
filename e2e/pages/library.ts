/** The library: side bar, list of documents, search box and its results. */
import { expect, type Locator, type Page } from '@playwright/test';
import { fill, type Language, wordsOf } from './words';

export class Library {
  readonly sideBar: Locator;
  readonly list: Locator;
  readonly rows: Locator;
  readonly searchBox: Locator;
  readonly results: Locator;
  readonly hits: Locator;

  constructor(
    readonly page: Page,
    readonly language: Language,
  ) {
    const { library, search } = wordsOf(language);
    this.sideBar = page.getByRole('navigation', { name: library.sideBar });
    this.list = page.getByRole('grid', { name: library.list });
    this.rows = this.list.getByRole('row');
    this.searchBox = page.getByRole('searchbox', { name: search.label });
    this.results = page.getByRole('grid', { name: search.results });
    this.hits = this.results.getByRole('row');
  }

  row(title: string | RegExp): Locator {
    return this.list.getByRole('row', { name: title });
  }

  async open(title: string | RegExp): Promise<void> {
    await this.row(title).click();
    await expect(this.row(title)).toHaveAttribute('aria-current', 'true');
  }

  /** Opens the menu of a document and chooses a line of it. */
  async choose(title: string, line: string): Promise<void> {
    await this.row(title).hover();
    const name = fill(wordsOf(this.language).library.actionsFor, { title });
    await this.row(title).getByRole('button', { name }).click();
    await this.page.getByRole('menuitem', { name: line }).click();
  }

  async show(part: string): Promise<void> {
    const button = this.sideBar.getByRole('button', { name: new RegExp(`^${part}`) });
    await button.click();
    await expect(button).toHaveAttribute('aria-current', 'true');
  }

  async search(query: string): Promise<void> {
    await this.searchBox.fill(query);
  }

  /** Loads the sample articles by the first start's own button. */
  async loadSamples(): Promise<void> {
    const { library } = wordsOf(this.language);
    await this.page.getByRole('button', { name: library.startSamples }).click();
    await expect(this.rows).toHaveCount(4);
  }

  async importFiles(): Promise<void> {
    const { importing } = wordsOf(this.language);
    // Where the menu was last time a button may lie under the pointer, whose tip stands over this one.
    await this.page.mouse.move(0, 0);
    await this.page.getByRole('button', { name: importing.menu, exact: true }).click();
    await this.page.getByRole('menuitem', { name: wordsOf(this.language).settings.commands['import-files'] }).click();
  }
}
