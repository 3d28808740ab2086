// The tour's hands: what it does in the window, found by the French names of the controls.
import { statSync } from 'node:fs';
import path from 'node:path';
import { passagesOf, sampleLinks, samplePassages } from './passages.mjs';

const kindNames = { claim: 'Affirmation', source: 'Source', event: 'Événement' };
const sampleTitle = /Pont de Vélin/;

/** Everything the tour can do in a window. */
export function guideThrough(app, page, out) {
  const room = page.getByRole('main');
  const rows = page.getByRole('grid', { name: 'Documents' }).getByRole('row');
  const text = room.locator('.editor-surface');
  const searchBox = page.getByRole('searchbox');
  const cardOf = (quote) =>
    room
      .locator('article')
      .filter({ hasText: quote.slice(0, 60) })
      .first();
  const settle = () =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

  const answerDialogs = (answers) =>
    app.evaluate(({ dialog }, given) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: given.open ?? [] });
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: given.save ?? '' });
    }, answers);

  async function picture(name) {
    for (const close of await page
      .locator('.toast')
      .getByRole('button', { name: /^(Fermer|Close)$/ })
      .all())
      await close.click().catch(() => undefined);
    await page.mouse.move(2, 2);
    await settle();
    await page.screenshot({ path: path.join(out, `${name}.png`), animations: 'disabled' });
  }

  /** Files or folders through the import menu; waits until the list shows them. */
  async function bringIn(source) {
    const isFolder = statSync(source).isDirectory();
    await answerDialogs({ open: [source] });
    await page.getByRole('banner').getByRole('button', { name: 'Importer', exact: true }).click();
    await page.getByRole('menuitem', { name: isFolder ? 'Importer un dossier…' : 'Importer des fichiers…' }).click();
    await rows.first().waitFor();
    await page.locator('.jobs').waitFor({ state: 'detached' });
    const report = page.getByRole('dialog');
    if (await report.isVisible()) await page.keyboard.press('Escape');
  }

  /** The French sample, or else the first article in French, or the first of all. */
  async function openBest() {
    const sample = rows.filter({ hasText: sampleTitle });
    const french = rows.filter({ has: page.locator('.document-line__title[lang|="fr"]') });
    for (const choice of [sample, french, rows]) {
      if ((await choice.count()) === 0) continue;
      await choice.first().click();
      break;
    }
    await text.locator('p').first().waitFor();
    await settle();
  }

  async function select(quote) {
    const edges = await text.evaluate(edgesOf, quote);
    if (edges === null) return false;
    await page.mouse.move(edges.fromX, edges.fromY);
    await page.mouse.down();
    await page.mouse.move(edges.toX, edges.toY, { steps: 4 });
    await page.mouse.up();
    return true;
  }

  async function mark(passage) {
    if (!(await select(passage.quote))) return;
    await room.getByRole('button', { name: `Marquer comme ${kindNames[passage.kind]}` }).click();
    const card = cardOf(passage.quote);
    await card.waitFor();
    await card.click({ position: { x: 100, y: 4 } });
    const fields = [
      [passage.comment, () => card.getByRole('textbox', { name: /^Commentaire sur/ })],
      [passage.speaker, () => card.getByRole('combobox', { name: 'Qui le dit' })],
      [passage.date, () => card.getByRole('textbox', { name: 'Date' })],
      [passage.label, () => card.getByRole('combobox', { name: 'Ajouter une étiquette' })],
    ];
    if (passage.verdict) await card.getByRole('combobox', { name: 'Verdict' }).selectOption(passage.verdict);
    for (const [value, field] of fields) {
      if (!value) continue;
      await field().fill(value);
      await field().press(value === passage.comment || value === passage.speaker ? 'Tab' : 'Enter');
    }
  }

  /** Says from a card's own key what its passage does to another. */
  async function link({ from, relation, to }) {
    await cardOf(from).focus();
    await page.keyboard.press('l');
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('radio', { name: relation, exact: true }).check({ force: true });
    await page.keyboard.press('Enter');
    await sheet.getByRole('combobox', { name: 'À quoi ?' }).fill(to);
    await sheet.getByRole('option').filter({ hasText: to }).first().waitFor();
    await page.keyboard.press('Enter');
    await sheet.waitFor({ state: 'detached' });
  }

  /** Marks what is worth marking. @returns the passages marked. */
  async function annotate() {
    const isSample = sampleTitle.test(await room.getByRole('textbox', { name: 'Titre', exact: true }).inputValue());
    const paragraphs = await text.locator('p').allInnerTexts();
    const language = (await text.getAttribute('lang')) ?? '';
    const passages = isSample ? samplePassages : passagesOf(paragraphs, language);
    for (const passage of passages) await mark(passage);
    if (isSample) for (const one of sampleLinks) await link(one);
    await text.focus();
    await page.keyboard.press('Escape');
    if (isSample) await select('ne correspond pas aux relevés de la douane');
    await room.locator('.reading-pane').evaluate((pane) => pane.scrollTo({ top: 0, behavior: 'instant' }));
    return passages;
  }

  async function search(query) {
    await searchBox.fill(query);
    await page.getByRole('grid', { name: 'Résultats de la recherche' }).getByRole('row').first().click();
    await settle();
  }

  async function leaveSearch() {
    await searchBox.fill('');
    await rows.first().waitFor();
  }

  async function insertPassage(quote) {
    await room.getByRole('button', { name: 'Insérer un passage' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').fill(
      quote
        .split(/\s+/)
        .slice(0, 6)
        .join(' ')
        .replace(/[«»“”]/g, '')
        .trim(),
    );
    await dialog.getByRole('option').first().click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** A note with a heading, quoted passages and a conclusion. */
  async function writeNote(passages, [title, heading, first, second, conclusion]) {
    await page.getByRole('banner').getByRole('button', { name: 'Nouvelle note' }).click();
    // Until it is shown, the title found would be the article's.
    await room.locator('.note-pane__scroll').waitFor();
    await room.getByRole('textbox', { name: 'Titre', exact: true }).fill(title);
    await page.keyboard.press('Enter');
    await room.locator('.editor-surface:focus').waitFor();
    await page.keyboard.type(`## ${heading}\n${first}\n`);
    if (passages[0]) await insertPassage(passages[0].quote);
    await page.keyboard.type(`${second}\n`);
    if (passages[3]) await insertPassage(passages[3].quote);
    await page.keyboard.type(`${conclusion[0]}\n- ${conclusion[1]}\n${conclusion[2]}`);
    await page
      .getByRole('banner')
      .getByRole('status')
      .filter({ hasText: 'Enregistré' })
      .filter({ hasNotText: '…' })
      .waitFor();
    await room.locator('.note-pane__scroll').evaluate((pane) => pane.scrollTo({ top: 0, behavior: 'instant' }));
  }

  async function command(name, field) {
    await page.keyboard.press('Control+Shift+P');
    const palette = page.getByRole('dialog', { name: /^(Commandes|Commands)$/ });
    await palette.getByRole('searchbox').or(palette.getByRole('combobox')).first().fill(name);
    await palette
      .getByRole('menuitem', { name: field ?? name })
      .first()
      .click();
    await palette.waitFor({ state: 'detached' });
  }

  /** Chooses one of the radio buttons of a dialog by the words it begins with. */
  async function choose(dialog, name) {
    const radio = dialog.getByRole('radio', { name }).first();
    for (let attempt = 0; attempt < 20 && !(await radio.isChecked()); attempt++)
      await radio.focus().then(() => page.keyboard.press('Space'));
    if (!(await radio.isChecked())) throw new Error(`“${name}” could not be chosen`);
  }

  /** Exports in a format, by its name in the dialog, to a place. */
  async function exportAs(format, what, place) {
    await answerDialogs({ open: [place], save: place });
    await command('Exporter…');
    const dialog = page.getByRole('dialog');
    // The preview below moves the list while it is read: what is chosen is asked for again until it is.
    await choose(dialog, format);
    if (what) await choose(dialog, what);
    await dialog.getByRole('button', { name: 'Choisir où…' }).click();
    await page
      .locator('.toast')
      .getByText(/écrits? dans/)
      .last()
      .waitFor();
  }

  /** The rest of the tour is in English: settings change it at once. */
  async function inEnglish() {
    await command('Réglages');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /Langue/ }).click();
    await page.getByRole('option', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }

  return { page, inEnglish, picture, bringIn, openBest, annotate, search, leaveSearch, writeNote, command, exportAs };
}

/** Runs in the page: where a quotation begins and ends in the window; null when the text does not hold it. */
function edgesOf(root, quote) {
  const nodes = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) nodes.push(walker.currentNode);
  const start = nodes
    .map((node) => node.data)
    .join('')
    .indexOf(quote);
  if (start < 0) return null;
  const pointAt = (offset) => {
    let before = 0;
    for (const node of nodes) {
      if (offset <= before + node.length) return [node, offset - before];
      before += node.length;
    }
    return [nodes.at(-1), nodes.at(-1).length];
  };
  const range = document.createRange();
  const [first, at] = pointAt(start + 1);
  range.setStart(first, at - 1);
  range.setEnd(...pointAt(start + quote.length));
  first.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
  const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
  const from = rects[0];
  const to = rects.at(-1);
  return {
    fromX: from.left + 0.5,
    fromY: from.top + from.height / 2,
    toX: to.right - 0.5,
    toY: to.top + to.height / 2,
  };
}
