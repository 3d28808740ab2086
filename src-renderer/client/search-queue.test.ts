import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { createSearchQueue } from './search-queue';

/** An archive that answers when it is told to. */
function slowArchive() {
  const asked: string[] = [];
  const answers: (() => void)[] = [];
  return {
    asked,
    ask: (query: string) => () => {
      asked.push(query);
      return new Promise<string>((resolve) => answers.push(() => resolve(`hits of ${query}`)));
    },
    /** Answers the oldest question, and lets what waits for the answer go on. */
    answer: async () => {
      answers.shift()?.();
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
      await new Promise((resolve) => setTimeout(resolve, 0));
    },
  };
}

describe('searches', () => {
  it('are asked one after the other, what is looked at before what is counted', async () => {
    const { asked, ask, answer } = slowArchive();
    const queue = createSearchQueue();
    const answers = [
      queue.run(ask('a'), 'list'),
      queue.run(ask('how many'), 'count'),
      queue.run(ask('b'), 'list'),
      queue.run(ask('c'), 'list'),
    ];
    for (const _ of answers) await answer();
    expect(asked).toEqual(['a', 'b', 'c', 'how many']);
    expect(await Promise.all(answers)).toEqual(['hits of a', 'hits of how many', 'hits of b', 'hits of c']);
  });

  it('nobody waits for any more are never asked', async () => {
    const { asked, ask, answer } = slowArchive();
    const queue = createSearchQueue();
    const newer = new AbortController();
    const first = queue.run(ask('b'), 'list');
    const second = queue.run(ask('br'), 'list', newer.signal);
    const third = queue.run(ask('bri'), 'list');
    newer.abort();
    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    await answer();
    await answer();
    expect(await first).toBe('hits of b');
    expect(await third).toBe('hits of bri');
    expect(asked).toEqual(['b', 'bri']);
    const gone = queue.run(ask('x'), 'list', newer.signal);
    await expect(gone).rejects.toMatchObject({ name: 'AbortError' });
    expect(asked).not.toContain('x');
  });

  it('go on after one that fails', async () => {
    const queue = createSearchQueue();
    const failed = queue.run(() => Promise.reject(new Error('no')), 'list');
    const later = queue.run(() => Promise.resolve(1), 'list');
    await expect(failed).rejects.toThrow('no');
    expect(await later).toBe(1);
  });

  it('typed faster than they are answered show the newest, never an older one after it', async () => {
    const { asked, ask, answer } = slowArchive();
    const queue = createSearchQueue();
    const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } });
    const asking = (query: string) => ({
      queryKey: ['search', query],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => queue.run(ask(query), 'list', signal),
    });
    const observer = new QueryObserver<string>(client, asking('b'));
    const shown: (string | undefined)[] = [];
    const stop = observer.subscribe(({ data }) => data !== undefined && shown.push(data));
    for (const query of ['br', 'bri', 'brid', 'bridg', 'bridge']) observer.setOptions(asking(query));
    for (let left = 0; left < 6; left++) await answer();
    expect(asked).toEqual(['b', 'bridge']);
    expect([...new Set(shown)]).toEqual(['hits of bridge']);
    stop();
    client.clear();
  });
});
