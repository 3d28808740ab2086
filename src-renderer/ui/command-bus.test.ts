import { describe, expect, it } from 'vitest';
import { canDispatch, dispatchCommand, onCommand } from './command-bus';

describe('the command bus', () => {
  it('gives a command to the latest handler only', () => {
    const calls: string[] = [];
    const stopFirst = onCommand('open', () => calls.push('first'));
    const stopSecond = onCommand('open', () => calls.push('second'));
    dispatchCommand('open');
    stopSecond();
    dispatchCommand('open');
    stopFirst();
    expect(calls).toEqual(['second', 'first']);
  });

  it('passes a command on when a handler declines it', () => {
    const calls: string[] = [];
    const stops = [onCommand('undo', () => calls.push('window')), onCommand('undo', () => false)];
    expect(dispatchCommand('undo')).toBe(true);
    for (const stop of stops) stop();
    expect(calls).toEqual(['window']);
  });

  it('says when nobody takes a command', () => {
    expect(dispatchCommand('nothing')).toBe(false);
    expect(canDispatch('nothing')).toBe(false);
  });
});
