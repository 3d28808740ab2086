/**
 * What a page of ours may load and run, as a Content-Security-Policy. Pure: built from
 * one value, tested as text.
 */
import { assetScheme } from '@shared/contract/asset-address';
import type { AssetMediaType } from '@shared/model/asset';

/** Where our own pages live. */
export const appOrigin = 'app://postil';

/** The policy's header; `devServer` is the origin of the development server, null in the real app. */
export function contentPolicy(devServer: string | null): string {
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...(devServer ? ["'unsafe-inline'"] : [])],
    // React and Lexical set style attributes, and interface libraries add style elements. A style
    // could only harm by loading something, and nothing below lets it.
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", `${assetScheme}:`],
    'font-src': ["'self'"],
    'connect-src': devServer ? ["'self'", devServer.replace(/^http/, 'ws')] : ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
    'frame-src': ["'none'"],
    'object-src': ["'none'"],
    'worker-src': devServer ? ["'self'", 'blob:'] : ["'none'"],
    // A string never becomes markup; Lexical's one policy reads pasted HTML into an inert document.
    ...(devServer
      ? {}
      : { 'require-trusted-types-for': ["'script'"], 'trusted-types': ['lexical', "'allow-duplicates'"] }),
  };
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ');
}

/** Every header of a page or file of ours. */
export function pageHeaders(contentType: string): Readonly<Record<string, string>> {
  return {
    'content-type': contentType,
    'content-security-policy': contentPolicy(null),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-cache',
  };
}

/**
 * Every header of a picture. As a picture nothing in a drawing runs or loads anyway; as a page, which
 * no window of ours becomes, it could do neither: no script, no address, an origin of nobody's.
 */
export function assetHeaders(mediaType: AssetMediaType): Readonly<Record<string, string>> {
  return {
    'content-type': mediaType,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    // its name is its content
    'cache-control': 'private, max-age=31536000, immutable',
  };
}
