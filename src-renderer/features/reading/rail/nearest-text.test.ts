import type { Selector } from '@shared/model/annotation';
import { describe, expect, test } from 'vitest';
import { nearestText } from './nearest-text';

const lost = (exact: string, more: Partial<Selector> = {}): Selector => ({
  start: 0,
  end: exact.length,
  exact,
  prefix: '',
  suffix: '',
  textHash: '',
  ...more,
});
const near = (text: string, selector: Selector): string | null => {
  const found = nearestText(text, selector);
  return found === null ? null : text.slice(found.start, found.end);
};

describe('the place nearest to a lost passage', () => {
  test('is where most of its words stand', () => {
    const text = 'Rain all week. The road bridge will be open before spring, the minister says. More rain.';
    expect(near(text, lost('The road bridge will be open before winter'))).toBe(
      'The road bridge will be open before spring',
    );
  });

  test('is the nearer one of two alike', () => {
    const text = 'the bridge is shut now. Weeks pass by here. the bridge is shut now.';
    expect(nearestText(text, lost('the bridge is closed now', { start: 60 }))?.start).toBe(44);
  });

  test('is a caret between its neighbours when its words are gone', () => {
    const text = 'Before it stood a sentence. After it another one.';
    expect(nearestText(text, lost('Gone with the wind', { prefix: 'stood a sentence. ' }))).toEqual({
      start: 28,
      end: 28,
    });
  });

  test('is nowhere when nothing resembles it', () => {
    expect(nearestText('Altogether other words about other things.', lost('Le pont routier sera ouvert'))).toBeNull();
    expect(nearestText('', lost('Le pont'))).toBeNull();
  });

  test('counts each word as often as it stands', () => {
    expect(near('the the the the. Of bridges and roads', lost('the bridges of the roads'))).toBe(
      'the. Of bridges and roads',
    );
  });

  test('is found in Korean, whose particles change words', () => {
    expect(near('어제 정상회담이 서울에서 다시 열렸다 그리고', lost('정상회담이 부산에서 다시 열렸다'))).toBe(
      '정상회담이 서울에서 다시 열렸다',
    );
  });
});
