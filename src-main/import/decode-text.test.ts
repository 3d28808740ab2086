import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText, decodingLosses } from './decode-text';

const french = 'L’été où l’œuvre coûta 5 € — « c’est déjà ça », répondit-elle à l’hôtesse. '.repeat(4);
const russian = 'Министры двух стран встретились в столице и договорились о новой встрече. '.repeat(4);
const korean = '두 나라의 장관이 수도에서 만나 새로운 회담에 합의했다고 정부가 밝혔다. '.repeat(4);
const japanese = '両国の大臣が首都で会談し、新しい会談に合意したと政府が発表した。'.repeat(4);
const chinese = '两国部长在首都会晤，政府宣布双方同意举行新的会谈，并签署了文件。'.repeat(4);

describe('decodeText', () => {
  it.each([
    ['windows-1252', french],
    ['windows-1251', russian],
    ['koi8-r', russian],
    ['cp949', korean],
    ['shift_jis', japanese],
    ['euc-jp', japanese],
    ['gb18030', chinese],
    ['big5', '兩國部長在首都會晤，政府宣布雙方同意舉行新的會談，並簽署了文件。'.repeat(4)],
  ])('tells %s without any declaration', async (charset, text) => {
    expect((await decodeText(iconv.encode(text, charset))).text).toBe(text);
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be'])('reads %s with a byte-order mark, which is no text', async (charset) => {
    expect((await decodeText(iconv.encode(french, charset, { addBOM: true }))).text).toBe(french);
  });

  it('reads UTF-16 without a mark', async () => {
    expect((await decodeText(iconv.encode(french, 'utf-16le'))).text).toBe(french);
    expect((await decodeText(iconv.encode(french, 'utf-16be'))).text).toBe(french);
  });

  it('believes valid UTF-8 over a stale declaration, and a declaration over statistics', async () => {
    expect((await decodeText(new TextEncoder().encode(french), 'iso-8859-1')).text).toBe(french);
    expect((await decodeText(iconv.encode('Привет', 'koi8-r'), 'KOI8-R')).text).toBe('Привет');
  });

  it('keeps UTF-8 with a few bad bytes and says how many', async () => {
    const bytes = new TextEncoder().encode(russian);
    bytes[1] = 0xff;
    const decoded = await decodeText(bytes);
    expect(decoded.charset).toBe('utf-8');
    expect(decoded.text.endsWith(russian.slice(5))).toBe(true);
    expect(decodingLosses(decoded)).toEqual([
      { what: 'damagedCharacters', count: decoded.unreadable, detail: 'utf-8' },
    ]);
    expect(decoded.unreadable).toBeGreaterThan(0);
  });

  it('does not fail on a character set nobody knows', async () => {
    expect((await decodeText(Uint8Array.of(0xe9, 0x74, 0xe9), 'x-no-such-set')).text).toBe('été');
  });
});
