import { failure, success } from '@shared/outcome/outcome';
import { describe, expect, it } from 'vitest';
import { createPrinter } from './ask-printer';
import type { FromHost } from './host-protocol';

const settings = { paper: 'A4', title: 'T' } as const;
const page = new Uint8Array([1]);

describe('asking main to print', () => {
  it('gives each asker its own answer, whatever the order', async () => {
    const said: Extract<FromHost, { type: 'print' }>[] = [];
    const printer = createPrinter((message) => said.push(message));
    const [one, two] = [printer.print(page, settings), printer.print(page, settings)];
    expect(said.map(({ id }) => id)).toEqual([1, 2]);
    printer.printed(2, success(new Uint8Array([22])));
    printer.printed(1, failure({ code: 'export/cannot-print', message: 'No.', params: {} }));
    await expect(one).rejects.toMatchObject({ data: { code: 'export/cannot-print' } });
    expect(await two).toEqual(new Uint8Array([22]));
  });

  it('stops waiting when the person stops the export', async () => {
    const printer = createPrinter(() => undefined);
    const stop = new AbortController();
    const waiting = printer.print(page, settings, stop.signal);
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ data: { code: 'export/cancelled' } });
    printer.printed(1, success(page));
    await expect(printer.print(page, settings, AbortSignal.abort())).rejects.toMatchObject({
      data: { code: 'export/cancelled' },
    });
  });
});
