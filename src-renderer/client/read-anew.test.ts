import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { readAnew } from './read-anew';

/** Something that is read slowly: each reading answers what was true when it began, once it is let. */
function slowly() {
  const client = new QueryClient({
    defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, networkMode: 'always' } },
  });
  let truth = 'before';
  const readings: (() => void)[] = [];
  const options = {
    queryKey: ['list'],
    queryFn: () => {
      const then = truth;
      return new Promise<string>((answer) => readings.push(() => answer(then)));
    },
  };
  return {
    client,
    readings,
    show: (): (() => void) => new QueryObserver(client, options).subscribe(() => {}),
    change: (): void => {
      truth = 'after';
      readAnew(client);
    },
    cached: () => client.getQueryData(['list']),
    answerAll: async (): Promise<void> => {
      for (const answer of readings.splice(0)) answer();
      await vi.waitFor(() => expect(client.isFetching()).toBe(0));
    },
  };
}

test('a change while something is read for the first time is not overlooked', async () => {
  const { show, change, readings, answerAll, cached } = slowly();
  show();
  await vi.waitFor(() => expect(readings).toHaveLength(1));
  change();
  await vi.waitFor(() => expect(readings).toHaveLength(2));
  await answerAll();
  expect(cached()).toBe('after');
});

test('a change while something is read that is not shown any more is not overlooked when it is shown again', async () => {
  const { show, change, readings, answerAll, cached } = slowly();
  const hide = show();
  await vi.waitFor(() => expect(readings).toHaveLength(1));
  hide();
  change();
  await answerAll();
  expect(cached()).not.toBe('before');
  show();
  await vi.waitFor(() => expect(readings).toHaveLength(1));
  await answerAll();
  expect(cached()).toBe('after');
});

test('what is shown stays shown while it is read again', async () => {
  const { show, change, readings, answerAll, cached } = slowly();
  show();
  await vi.waitFor(() => expect(readings).toHaveLength(1));
  await answerAll();
  change();
  expect(cached()).toBe('before');
  await vi.waitFor(() => expect(readings).toHaveLength(1));
  await answerAll();
  expect(cached()).toBe('after');
});
