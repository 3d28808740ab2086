/**
 * Gathers the pictures of one file on its way in: tells by their bytes what they are,
 * hashes them, keeps each once and within the limits, and counts what it refuses.
 */
import { createHash } from 'node:crypto';
import { acceptImage } from '@shared/images/accept-image';
import { type Asset, assetLimits, assetsNamedBy } from '@shared/model/asset';
import type { Body } from '@shared/model/block';
import { type Sha256, sha256Hex } from '@shared/model/ids';
import { countedLosses, type ImportLoss } from '@shared/outcome/import-loss-words';

/** What became of a picture. A `pixel` (it counts visits) is left out and is no loss; the others are counted. */
export type Collected =
  | { readonly kept: true; readonly sha256: Sha256; readonly width: number; readonly height: number }
  | { readonly kept: false; readonly reason: 'absent' | 'unknown' | 'too-large' | 'pixel' };

export class AssetCollector {
  private readonly kept = new Map<Sha256, Asset>();
  private bytes = 0;
  private readonly counts = { absent: 0, unknown: 0, 'too-large': 0 };

  /** Takes a picture's bytes (copied, so that a view of a larger buffer may be given); null for one the file does not hold. */
  add(bytes: Uint8Array | null): Collected {
    if (bytes === null) return this.refuse('absent');
    const verdict = acceptImage(bytes);
    if (!verdict.accepted) return this.refuse(verdict.reason);
    const { image } = verdict;
    const { width, height } = image;
    const sha256 = sha256Hex(createHash('sha256').update(bytes).digest('hex'));
    if (!this.kept.has(sha256)) {
      if (this.bytes + bytes.length > assetLimits.documentBytes) return this.refuse('too-large');
      this.bytes += bytes.length;
      this.kept.set(sha256, { sha256, ...image, bytes: Uint8Array.from(bytes) });
    }
    return { kept: true, sha256, width, height };
  }

  /** The pictures a body names, for `ImportedDocument.assets`; empty when there are none. */
  assetsOf(body: Body): readonly Asset[] {
    return [...assetsNamedBy(body)].flatMap((sha256) => this.kept.get(sha256) ?? []);
  }

  /** What was refused so far, for `ImportedDocument.losses`. */
  losses(): readonly ImportLoss[] {
    return countedLosses([
      ['absentPictures', this.counts.absent],
      ['unknownPictures', this.counts.unknown],
      ['largePictures', this.counts['too-large']],
    ]);
  }

  private refuse(reason: Exclude<Collected, { kept: true }>['reason']): Collected {
    if (reason !== 'pixel') this.counts[reason]++;
    return { kept: false, reason };
  }
}
