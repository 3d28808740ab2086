/** D5: malformed messages to the archive process: each refused or answered, in bounded time, and nothing changed by them. */

import { openArchive } from '@main/archive/open';
import { answer } from '@main/host/answer';
import { parseFile } from '@main/import/parse-file';
import { createServices } from '@main/services/services';
import { calls } from '@shared/contract/calls';
import { requestOf } from '@shared/contract/port-text';
import type { Random } from '../random';
import { type Row, Tally } from '../row';
import { archiveIn, article, checkWhole, look } from '../small-archive';

const names = Object.keys(calls);
const keys = [
  'uid',
  'uids',
  'document',
  'start',
  'end',
  'exact',
  'kind',
  'body',
  'query',
  'limit',
  'offset',
  'scope',
  'to',
  'name',
];

/** One value of any sort, plain or not. */
function anything(random: Random, depth: number): unknown {
  const leaves: readonly (() => unknown)[] = [
    () => null,
    () => undefined,
    () => random.next() * 1e12 - 5e11,
    () => random.pick([Number.NaN, Number.POSITIVE_INFINITY, -0, -1, 2 ** 53, 0.5]),
    () => 10n ** 30n,
    () =>
      random.pick([
        '',
        '\u0000',
        '\ud83d',
        '../../etc/passwd',
        "'; DROP TABLE documents; --",
        '%s%n',
        '\u202e',
        '𠮷'.repeat(50),
      ]),
    () => 'x'.repeat(random.below(20) === 0 ? 2_000_000 : random.below(5000)),
    () => true,
    () => Symbol('no data'),
    () => (): string => 'no data',
    () => new Date(0),
    () => new Map([['uid', 1]]),
    () => new Uint8Array(random.below(1000)),
    () => new Array(random.below(4_000_000_000)),
    () => /(a+)+$/,
    () => random.pick(['01920000-0000-7000-8000-000000000001', '01920000-0000-7000-8000-00000000000Z']),
  ];
  if (depth > 4 || random.next() < 0.5) return random.pick(leaves)();
  if (random.next() < 0.4) return Array.from({ length: random.below(6) }, () => anything(random, depth + 1));
  const entries = Array.from(
    { length: random.below(6) },
    () => [random.pick(keys), anything(random, depth + 1)] as const,
  );
  const object: Record<string, unknown> = Object.fromEntries(entries);
  const odd = random.below(30);
  if (odd === 0) object.self = object;
  if (odd === 1) return JSON.parse('{"__proto__": {"admin": true}, "uid": "x"}');
  if (odd === 2) return Object.create(object);
  if (odd === 3)
    Object.defineProperty(object, 'uid', {
      enumerable: true,
      get: () => {
        throw new Error('a trap');
      },
    });
  return object;
}

function nested(depth: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { body: value };
  return value;
}

/** One message: malformed from the outside in, or a known call with an input that isn't its own. */
function malformed(random: Random, number: number): unknown {
  const id = `${(number + 1).toString(16)}-${number}`;
  const input = random.below(40) === 0 ? nested(random.pick([101, 5000, 100_000])) : anything(random, 0);
  const call = random.pick(names);
  const shapes: readonly (() => unknown)[] = [
    () => ({ id, call, input }),
    () => ({ id, call, input }),
    () => ({ id, call, input }),
    () => ({ id, call: random.pick(['constructor', '__proto__', 'toString', 'close', 'backUp', '']), input: {} }),
    () => ({ id: anything(random, 3), call, input }),
    () => ({ id, call, input, more: 1 }),
    () => ({ id, call }),
    () => anything(random, 0),
    () =>
      requestOf(
        `${id}:${call}:${random.pick(['{', '[[[[', '{"__proto__":{"x":1}}', 'null', '', '1e999', '{"uid":"\\ud83d"}'])}`,
      ),
    () => requestOf(`${'['.repeat(100_000)}`),
    () => requestOf(`${id}:${call}:${'['.repeat(50_000)}${']'.repeat(50_000)}`),
  ];
  return random.pick(shapes)();
}

export const malformedMessages: Row = {
  id: 'D5',
  name: 'malformed messages to the archive process',
  times: { long: 20_000, short: 1000 },
  run: async (times, { quickFolder, random }) => {
    const tally = new Tally();
    const path = archiveIn(quickFolder(), (archive) => void archive.insertImported(article('A', 'la Corée'), null));
    const archive = openArchive(path);
    const bugs: string[] = [];
    const log = {
      note: () => undefined,
      bug: (where: string, error: unknown) => void bugs.push(`${where}: ${String(error)}`),
    };
    const events: unknown[] = [];
    const emit = (event: unknown): void => void events.push(event);
    const services = createServices({ archive, parse: parseFile, samplesFolder: quickFolder(), emit });
    const uid = archive.listDocuments({ scope: { in: 'all' }, sort: 'title', descending: false, offset: 0, limit: 1 })
      .rows[0]?.uid;
    let longestMs = 0;
    let refused = 0;
    let accepted = 0;
    const started = performance.now();
    for (let number = 0; number < times; number++) {
      const message = malformed(random, number);
      const began = performance.now();
      try {
        const response = await answer(services, message, log);
        if (response === null || !response.ok) refused++;
        else accepted++;
      } catch (error) {
        tally.half(`message ${number} was thrown back: ${String(error).slice(0, 100)}`);
      }
      longestMs = Math.max(longestMs, performance.now() - began);
      tally.ran();
    }
    const seconds = (performance.now() - started) / 1000;
    tally.expect(longestMs < 5000, `one message took ${Math.round(longestMs)} ms`);
    for (const bug of new Set(bugs)) tally.half(`a bug: ${bug.slice(0, 150)}`);
    tally.expect(
      Reflect.get({}, 'admin') === undefined && Reflect.get({}, 'x') === undefined,
      'a prototype was changed',
    );
    const asked = await answer(services, { id: 'ab-1', call: 'openDocument', input: { uid } }, log);
    const understood = asked?.ok === true;
    archive.close();
    look(path, (again) => {
      checkWhole(tally, again, 'afterwards');
      if (again.stats({}).articles !== 1) tally.lost('the article');
    });
    tally.control(
      understood && refused > times / 2,
      `${refused} refused, ${accepted} had an input that is allowed, slowest ${Math.round(longestMs)} ms, ${Math.round(seconds)} s in all; a proper message is answered`,
    );
    return tally.result(malformedMessages);
  },
};
