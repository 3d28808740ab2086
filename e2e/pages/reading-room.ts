/** The reading room: an article's text, what can be done to a selection, the cards in its margin. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { KindId } from '../../src-shared/kinds/kinds';
import { findKind } from '../../src-shared/kinds/kinds';
import { clickOn, painted, selectWithMouse } from './text';
import { fill, type Language, pattern, wordsOf } from './words';

export class ReadingRoom {
  readonly text: Locator;
  readonly title: Locator;
  readonly margin: Locator;
  readonly editButton: Locator;
  readonly lockButton: Locator;
  readonly selectionTools: Locator;
  readonly findField: Locator;

  constructor(
    readonly page: Page,
    readonly language: Language,
  ) {
    const { reading, common } = wordsOf(language);
    const room = page.getByRole('region', { name: common.readingRoom });
    // Locked for reading it is a document, unlocked a text field; it has one name.
    const named = { name: pattern(reading.text) };
    this.text = room.getByRole('document', named).or(room.getByRole('textbox', named));
    this.title = room.getByRole('textbox', { name: reading.title, exact: true });
    this.margin = room.getByRole('complementary', { name: reading.passages });
    this.editButton = room.getByRole('button', { name: reading.editText });
    this.lockButton = room.getByRole('button', { name: reading.stopEditing });
    this.selectionTools = room.getByRole('toolbar', { name: reading.selectionTools });
    this.findField = room.getByRole('textbox', { name: reading.findInDocument });
  }

  async shows(title: string | RegExp): Promise<void> {
    await expect(this.title).toHaveValue(title);
    await expect(this.text).toBeVisible();
  }

  kindName(kind: KindId): string {
    return findKind(kind)?.label[this.language] ?? kind;
  }

  async select(quote: string): Promise<void> {
    await selectWithMouse(this.page, this.text, quote);
    await expect(this.selectionTools).toBeVisible();
  }

  /** Selects a passage with the mouse and presses the toolbar's button. */
  async mark(quote: string, kind: KindId): Promise<void> {
    await this.select(quote);
    const name = fill(wordsOf(this.language).reading.markAs, { kind: this.kindName(kind) });
    await this.selectionTools.getByRole('button', { name }).click();
    await expect.poll(() => painted(this.page, kind)).toContain(quote);
  }

  async clickOn(quote: string): Promise<void> {
    await clickOn(this.page, this.text, quote);
  }

  /** A card by the beginning of its quotation. */
  card(quote: string): Card {
    return new Card(this.cardOf(quote), this.page, this.language);
  }

  /** A card by its accessible name, which holds its quotation whatever the card shows of it. */
  cardOf(quote: string): Locator {
    return this.margin.locator(`article[aria-label*="${quote.slice(0, 60).replaceAll('"', '\\"')}"]`);
  }

  get cards(): Locator {
    return this.margin.getByRole('article');
  }
}

/** One annotation in the margin. */
export class Card {
  readonly comment: Locator;
  readonly kindButton: Locator;
  readonly labelField: Locator;
  readonly deleteButton: Locator;
  readonly quoteButton: Locator;

  constructor(
    readonly frame: Locator,
    readonly page: Page,
    language: Language,
  ) {
    const { reading } = wordsOf(language);
    this.comment = frame.getByRole('textbox', { name: pattern(reading.commentOf) });
    this.kindButton = frame.getByRole('button', { name: pattern(reading.changeKind) });
    this.labelField = frame.getByRole('combobox', { name: reading.addLabel });
    this.deleteButton = frame.getByRole('button', { name: reading.deletePassage });
    this.quoteButton = frame.getByRole('button', { name: reading.quoteInNote });
  }

  /** Opens the card for editing by pressing it above its kind. */
  async open(): Promise<void> {
    await this.frame.click({ position: { x: 100, y: 4 } });
    await expect(this.frame).toHaveAttribute('aria-current', 'true');
  }

  async changeKind(name: string): Promise<void> {
    await this.kindButton.click();
    await this.page.getByRole('menuitem', { name }).click();
  }

  async addLabel(label: string): Promise<void> {
    await this.labelField.fill(label);
    await this.labelField.press('Enter');
  }
}
