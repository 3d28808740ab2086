import { describe, expect, test } from 'vitest';
import { UndoStack } from './undo-stack';

function setting() {
  const log: string[] = [];
  const act = (name: string) => ({
    undo: async () => {
      log.push(`undo ${name}`);
    },
    redo: async () => {
      log.push(`redo ${name}`);
    },
  });
  return { log, act, stack: new UndoStack() };
}

describe('the undo stack', () => {
  test('takes acts back from the last and does them again in order', async () => {
    const { log, act, stack } = setting();
    stack.push(act('a'));
    stack.push(act('b'));
    await stack.undo();
    await stack.undo();
    await stack.redo();
    expect(log).toEqual(['undo b', 'undo a', 'redo a']);
    expect(await stack.undo()).toBe(true);
    expect(await stack.undo()).toBe(false);
  });

  test('forgets what was taken back once something new is done', async () => {
    const { act, stack } = setting();
    stack.push(act('a'));
    await stack.undo();
    stack.push(act('b'));
    expect(await stack.redo()).toBe(false);
  });

  test('runs one act at a time however fast the keys come', async () => {
    const { log, act, stack } = setting();
    let release: () => void = () => {};
    stack.push(act('first'));
    stack.push({
      undo: async () => {
        await new Promise<void>((resolve) => {
          release = resolve;
        });
        log.push('undo slow');
      },
      redo: async () => {},
    });
    const both = Promise.all([stack.undo(), stack.undo()]);
    await Promise.resolve();
    await Promise.resolve();
    release();
    await both;
    expect(log).toEqual(['undo slow', 'undo first']);
  });

  test('passes over an act that after all was not done', async () => {
    const { log, act, stack } = setting();
    const failed = act('failed');
    stack.push(act('a'));
    stack.push(failed);
    stack.push(act('b'));
    stack.drop(failed);
    await stack.undo();
    await stack.undo();
    expect(log).toEqual(['undo b', 'undo a']);
  });

  test('goes on after an act that could not be taken back', async () => {
    const { log, act, stack } = setting();
    stack.push(act('a'));
    stack.push({ undo: () => Promise.reject(new Error('gone')), redo: async () => {} });
    await expect(stack.undo()).rejects.toThrow('gone');
    await stack.undo();
    expect(log).toEqual(['undo a']);
  });
});
