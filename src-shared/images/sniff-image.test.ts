import { assetLimits } from '@shared/model/asset';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { acceptImage } from './accept-image';
import { sniffImage } from './sniff-image';
import { avifHeaderOf, gifOf, jpegHeaderOf, pngOf, svgOf, webpHeaderOf } from './test-images';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  ['image/png', pngOf(40, 30)],
  ['image/gif', gifOf(40, 30)],
  ['image/jpeg', jpegHeaderOf(40, 30)],
  ['image/webp', webpHeaderOf(40, 30)],
  ['image/avif', avifHeaderOf(40, 30)],
  ['image/svg+xml', svgOf('<rect width="4" height="3"/>')],
] as const)('tells %s and its size by its bytes', (mediaType, bytes) => {
  expect(sniffImage(bytes)).toEqual({ mediaType, width: 40, height: 30 });
  // a view into a larger buffer tells the same
  const within = new Uint8Array(bytes.length + 20);
  within.set(bytes, 7);
  expect(sniffImage(within.subarray(7, 7 + bytes.length))).toEqual({ mediaType, width: 40, height: 30 });
});

test('a photograph stored lying is as high as it is shown', () => {
  expect(sniffImage(jpegHeaderOf(40, 30, 6))).toMatchObject({ width: 30, height: 40 });
  expect(sniffImage(jpegHeaderOf(40, 30, 1))).toMatchObject({ width: 40, height: 30 });
});

test.each([
  ['a web page', ascii('<!doctype html><html><body><script>alert(1)</script></body></html>')],
  ['XHTML with a drawing inside', ascii('<html xmlns="http://www.w3.org/1999/xhtml"><svg/></html>')],
  ['text', ascii('PNG is a format of pictures.')],
  ['a PDF', ascii('%PDF-1.7\n')],
  ['a drawing without its namespace', ascii('<svg width="4" height="4"/>')],
  ['nothing', new Uint8Array()],
  ['a PNG cut off before its size', pngOf(4, 4).subarray(0, 20)],
])('%s is no picture', (_what, bytes) => {
  expect(sniffImage(bytes)).toBeNull();
});

test('whatever the bytes, sniffing ends without an error', () => {
  const starts = [pngOf(4, 4), gifOf(4, 4), jpegHeaderOf(4, 4, 6), webpHeaderOf(4, 4), avifHeaderOf(4, 4), svgOf('')];
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.nat(60), fc.uint8Array({ maxLength: 80 }), (start, cut, rest) => {
      const bytes = Uint8Array.from([...start.subarray(0, cut), ...rest]);
      const found = sniffImage(bytes);
      if (found !== null) expect(Math.min(found.width, found.height)).toBeGreaterThan(0);
    }),
  );
});

describe('a drawing', () => {
  const sizeOf = (attributes: string) => {
    const found = sniffImage(svgOf('', attributes));
    return found && [found.width, found.height];
  };

  it('has the size it asks for, or that of its view, or what CSS gives it', () => {
    expect(sizeOf('width="2in" height="10mm"')).toEqual([192, 38]);
    expect(sizeOf('viewBox="0 0 200 100"')).toEqual([200, 100]);
    expect(sizeOf('width="100%" height="100%" viewBox="0,0,20,10"')).toEqual([20, 10]);
    expect(sizeOf('width="50" viewBox="0 0 200 100"')).toEqual([50, 25]);
    expect(sizeOf('')).toEqual([300, 150]);
  });

  it('may begin with a declaration, comments and a document type, and name its elements with a prefix', () => {
    const type = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
    const text = `\ufeff<?xml version="1.0"?>\n<!-- é > -->${type}<s:svg xmlns:s='http://www.w3.org/2000/svg' width='4' height='5'><s:g><![CDATA[<b>]]></s:g></s:svg>\n`;
    expect(sniffImage(ascii(text))).toMatchObject({ width: 4, height: 5 });
  });

  it.each([
    ['ends too early', '<svg xmlns="http://www.w3.org/2000/svg"><g>'],
    ['closes what is not open', '<svg xmlns="http://www.w3.org/2000/svg"></g></svg>'],
    ['has an attribute without quotes', '<svg xmlns="http://www.w3.org/2000/svg" width=4></svg>'],
    ['has two roots', '<svg xmlns="http://www.w3.org/2000/svg"/><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['has words beside its root', '<svg xmlns="http://www.w3.org/2000/svg"/> and more'],
    ['declares entities', '<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'],
  ])('that %s is refused', (_what, text) => {
    expect(sniffImage(ascii(text))).toBeNull();
  });

  it('that is no UTF-8 is refused', () => {
    expect(sniffImage(Uint8Array.from([...svgOf('<text>'), 0xff, ...ascii('</text>')]))).toBeNull();
  });
});

test('what is too large is refused before anything decodes it, and what shows nothing is told apart', () => {
  const reasonOf = (bytes: Uint8Array) => {
    const verdict = acceptImage(bytes);
    return verdict.accepted ? 'kept' : verdict.reason;
  };
  expect(reasonOf(pngOf(3, 3))).toBe('kept');
  expect(reasonOf(pngOf(1, 1))).toBe('pixel');
  expect(reasonOf(gifOf(600, 2))).toBe('pixel');
  expect(reasonOf(jpegHeaderOf(65_000, 65_000))).toBe('too-large');
  expect(reasonOf(gifOf(30_001, 40))).toBe('too-large');
  expect(reasonOf(webpHeaderOf(16_000, 16_000))).toBe('too-large');
  expect(reasonOf(new Uint8Array(assetLimits.bytes + 1))).toBe('too-large');
  expect(reasonOf(svgOf(' '.repeat(assetLimits.svgBytes)))).toBe('too-large');
  expect(reasonOf(ascii('<p>'))).toBe('unknown');
});
