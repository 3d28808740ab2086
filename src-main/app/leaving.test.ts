import { describe, expect, it } from 'vitest';
import { choseToStop, leavingQuestion } from './leaving';
import type { UnderWay } from './supervisor';

const importAt = (done: number, total: number): UnderWay => ({ kind: 'import', done, total });

describe('leavingQuestion', () => {
  it('asks nothing when nothing is under way, or only a check', () => {
    expect(leavingQuestion([], 'quit', 'en')).toBeNull();
    expect(leavingQuestion([{ kind: 'verify', done: 1, total: 9 }], 'quit', 'fr')).toBeNull();
  });

  it('says how far an import is, in the language of the window', () => {
    expect(leavingQuestion([importAt(3, 1200)], 'quit', 'en')?.detail).toContain('3 of 1,200 files are done');
    expect(leavingQuestion([importAt(3, 1200)], 'quit', 'fr')?.detail).toMatch(/3 fichiers traités sur 1\s200/);
    expect(leavingQuestion([importAt(0, 0)], 'quit', 'en')?.detail).toContain('no file is in yet');
  });

  it('says that a backup comes before the import while it does', () => {
    const work: UnderWay = { kind: 'import', stage: 'backing-up', done: 40, total: 100 };
    expect(leavingQuestion([work], 'quit', 'en')?.detail).toBe(
      'A backup is being made first; nothing else has begun. Stopped half-way, it is not kept.',
    );
  });

  it.each(['export', 'backup', 'index', 'restore'] as const)('says what stopping costs of: %s', (kind) => {
    const [english, french] = (['en', 'fr'] as const).map((language) =>
      leavingQuestion([{ kind, done: 0, total: 0 }], 'quit', language),
    );
    expect(english?.detail).toBeTruthy();
    expect(french?.detail).not.toBe(english?.detail);
  });

  it('names each of several works, and the archive when that alone is left', () => {
    const question = leavingQuestion([importAt(3, 9), { kind: 'recovery' }], 'archive', 'en');
    expect(question?.detail?.split('\n\n')).toHaveLength(2);
    expect(question?.buttons).toEqual(['Keep going', 'Stop and leave']);
  });

  it('keeps going on Enter and on Escape', () => {
    const question = leavingQuestion([importAt(3, 9)], 'quit', 'fr');
    expect(question).toMatchObject({ defaultId: 0, cancelId: 0, buttons: ['Continuer', 'Arrêter et quitter'] });
    expect(choseToStop({ response: 0 })).toBe(false);
    expect(choseToStop({ response: 1 })).toBe(true);
  });
});
