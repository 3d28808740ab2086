/** HTML tags between the words of a Markdown line: a few give emphasis, the rest only go. */
import type { Mark } from '@shared/model/block';
import type { TextStyle } from './block-builder';
import { markOfElement, safeLink } from './html-elements';

export interface TagSign {
  readonly lineBreak: boolean;
  /** A picture's description and address, or null. */
  readonly image: { readonly alt: string; readonly source: string } | null;
}

const nothing: TagSign = { lineBreak: false, image: null };

export class InlineTags {
  private readonly base: string;
  private readonly open: {
    readonly name: string;
    readonly mark: Mark | undefined;
    readonly link: string | undefined;
  }[] = [];
  private rawUntil = '';

  constructor(base: string) {
    this.base = base;
  }

  /** True between `<script>` and its end, where the words are no text. */
  get inRawText(): boolean {
    return this.rawUntil !== '';
  }

  /** Takes one tag as written. */
  take(tag: string): TagSign {
    const found = /^<(\/?)([a-z][a-z\d-]*)/i.exec(tag);
    if (!found) return nothing;
    const name = (found[2] ?? '').toLowerCase();
    if (found[1] === '/') this.close(name);
    else if (this.inRawText) return nothing;
    else if (['script', 'style', 'iframe', 'svg', 'template', 'noscript'].includes(name))
      this.rawUntil = tag.endsWith('/>') ? '' : name;
    else if (name === 'br') return { lineBreak: true, image: null };
    else if (name === 'img')
      return { lineBreak: false, image: { alt: attribute(tag, 'alt'), source: attribute(tag, 'src') } };
    else if (!tag.endsWith('/>'))
      this.open.push({
        name,
        mark: markOfElement(name),
        link: name === 'a' ? safeLink(attribute(tag, 'href'), this.base) : undefined,
      });
    return nothing;
  }

  private close(name: string): void {
    if (this.rawUntil === name) this.rawUntil = '';
    const place = this.open.findLastIndex((tag) => tag.name === name);
    if (place !== -1) this.open.length = place;
  }

  /** The style words have inside the tags that are open. */
  style(outer: TextStyle): TextStyle {
    if (this.open.length === 0) return outer;
    const own = this.open.map(({ mark }) => mark).filter((mark) => mark !== undefined);
    const link = this.open.findLast((tag) => tag.link !== undefined)?.link ?? outer.link;
    return { marks: [...new Set([...outer.marks, ...own])], link };
  }
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
}
