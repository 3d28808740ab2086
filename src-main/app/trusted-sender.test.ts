import { expect, test } from 'vitest';
import { isTrustedSender } from './trusted-sender';

test('listens to the top frame of a page of ours only', () => {
  expect(isTrustedSender({ parent: null, origin: 'app://postil' }, 'app://postil')).toBe(true);
  expect(isTrustedSender({ parent: {}, origin: 'app://postil' }, 'app://postil')).toBe(false);
  expect(isTrustedSender({ parent: null, origin: 'https://example.org' }, 'app://postil')).toBe(false);
  expect(isTrustedSender({ parent: null, origin: 'null' }, 'app://postil')).toBe(false);
  expect(isTrustedSender(null, 'app://postil')).toBe(false);
});

test('a message outlives its page, whose frame is gone then', () => {
  expect(isTrustedSender(undefined, 'app://postil')).toBe(false);
  const disposed = {
    get parent(): never {
      throw new Error('Render frame was disposed before WebFrameMain could be accessed');
    },
    origin: 'app://postil',
  };
  expect(isTrustedSender(disposed, 'app://postil')).toBe(false);
});
