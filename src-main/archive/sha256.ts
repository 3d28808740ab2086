/** SHA-256, as the archive writes it. */
import { hash } from 'node:crypto';
import { type Sha256, sha256Hex } from '@shared/model/ids';

/** SHA-256 of bytes or of a string's UTF-8. */
export const sha256Of = (content: Uint8Array | string): Sha256 => sha256Hex(hash('sha256', content, 'hex'));
