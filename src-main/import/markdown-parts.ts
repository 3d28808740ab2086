/** What single tokens of Markdown mean, apart from where they stand. */
import type { Mark } from '@shared/model/block';
import type { Token } from 'marked';
import type { Shape, TextStyle } from './block-builder';

/** A picture alone in the first line of a paragraph, with words below it. */
export function isCaptioned([picture, next]: readonly Token[], shape: Shape): boolean {
  const breaks = next?.type === 'br' || (next?.type === 'text' && /^[ \t]*\n/.test(next.raw));
  return shape.type === 'paragraph' && picture?.type === 'image' && breaks;
}

/** The words of a link without their form. */
export const wordsOf = (token: Token): string =>
  'tokens' in token && token.tokens && token.tokens.length > 0
    ? token.tokens.map(wordsOf).join('')
    : 'text' in token && typeof token.text === 'string'
      ? token.text
      : '';

/** The emphasis of Markdown's tokens. */
export const markOfToken = { strong: 'bold', em: 'italic', del: 'strike' } as const satisfies Record<string, Mark>;

/** A style with one more emphasis. */
export const withMark = (style: TextStyle, mark: Mark): TextStyle =>
  style.marks.includes(mark) ? style : { ...style, marks: [...style.marks, mark] };

/** The language a fence names. */
export function languageOf(info: string | undefined): { readonly language?: string } {
  const language = /^\s*\{?\.?([\w+#-]{1,40})/.exec(info ?? '')?.[1];
  return language === undefined ? {} : { language };
}
