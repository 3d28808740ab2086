import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textOf } from '@shared/text/canonical-text';
import { describe, expect, it } from 'vitest';
import { parseFile } from './parse-file';

const folder = join(import.meta.dirname, '../../resources/samples');

async function readSample(name: string) {
  const outcome = await parseFile({ name, bytes: readFileSync(join(folder, name)) });
  if (!outcome.ok || outcome.value.holds !== 'documents') throw new Error(`${name} was not read`);
  const [document] = outcome.value.documents;
  if (!document) throw new Error(`${name} holds no document`);
  return document;
}

describe('the sample articles', () => {
  it('are all read as articles with a title, a date and a language', async () => {
    const names = readdirSync(folder);
    expect(names.length).toBeGreaterThanOrEqual(2);
    for (const name of names) {
      const document = await readSample(name);
      expect(document.type, name).toBe('article');
      expect(document.title.length, name).toBeGreaterThan(10);
      expect(document.metadata.date, name).toMatch(/^2025-1[01]-\d\d$/);
      expect(document.metadata.language, name).toMatch(/^(fr|en|ko|ru)$/);
    }
  });

  it('give the French page its article without the menus around it', async () => {
    const document = await readSample('pont-de-velin.html');
    expect(document.title).toBe('Pont de Vélin : le récit officiel de la réouverture se fissure');
    expect(document.metadata).toMatchObject({
      authors: ['Solène Archambault', 'Idris Kervella'],
      site: 'Le Courrier d’Estrange',
      url: 'https://courrier-estrange.example/monde/pont-de-velin-recit-officiel',
      date: '2025-11-04',
      language: 'fr',
    });
    const text = textOf(document.body);
    expect(text).toContain('Fermé depuis quinze mois');
    expect(text).toContain('187 véhicules seulement ont été enregistrés');
    expect(text).toContain('indiquent une limite\u00a0: douze tonnes.');
    expect(text).toContain('succès «\u00a0sans le moindre incident\u00a0»');
    for (const clutter of [
      'S’abonner',
      'témoins de connexion',
      'Mentions légales',
      'À lire aussi',
      'Partager',
      'abonnez-vous',
      'window.pages',
    ]) {
      expect(text).not.toContain(clutter);
    }
    expect(document.body.blocks.filter((block) => block.type === 'heading')).toHaveLength(3);
    expect(document.body.blocks.filter((block) => block.type === 'quote').length).toBeGreaterThanOrEqual(1);
    expect(document.losses).toContainEqual({ what: 'absentPictures', count: 1 });
  });
});
