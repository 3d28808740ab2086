/** A short fingerprint of a text, to tell quickly whether offsets still count in it. */

/**
 * 64-bit FNV-1a over UTF-16 code units, as 16 hexadecimal digits. Not for security:
 * originals have their SHA-256. Source: RFC 9923 (FNV), offset basis and prime for 64 bits,
 * computed here in halves and quarters, so that no step leaves 32-bit integers (BigInt is some 50 times slower).
 */
export function textHash(text: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (let index = 0; index < text.length; index++) {
    low ^= text.charCodeAt(index);
    // prime = 2^40 + 0x1b3: multiply (high:low) by 0x1b3, then add low << 8 to the high half
    const first = (low & 0xffff) * 0x1b3;
    const second = (low >>> 16) * 0x1b3 + (first >>> 16);
    high = (Math.imul(high, 0x1b3) + (second >>> 16) + (low << 8)) | 0;
    low = (second << 16) | (first & 0xffff);
  }
  return hex(high) + hex(low);
}

const hex = (half: number): string => (half >>> 0).toString(16).padStart(8, '0');
