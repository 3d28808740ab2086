import { expect, test } from 'vitest';
import { savedPart, useSaveState } from './save-state';

const shown = () => useSaveState.getState().state;

test('all is saved once every part is, whichever was last', () => {
  const text = savedPart();
  const title = savedPart();
  expect(shown()).toBe('saved');
  text('saving');
  title('saving');
  title('saved');
  expect(shown()).toBe('saving');
  text('saved');
  expect(shown()).toBe('saved');
});

test('what could not be saved is said while another part is being saved', () => {
  const text = savedPart();
  const title = savedPart();
  text('saving');
  title({ failed: 'the disk is full' });
  expect(shown()).toEqual({ failed: 'the disk is full' });
  text('saved');
  expect(shown()).toEqual({ failed: 'the disk is full' });
  title('saving');
  expect(shown()).toBe('saving');
  title('saved');
  expect(shown()).toBe('saved');
});
