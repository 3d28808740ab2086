/** The title a body offers, and the heading that only repeats it. */
import type { Body } from '@shared/model/block';
import { textOf } from '@shared/text/canonical-text';
import { sameTitle, titleFromText } from './title';

/** A leading heading that repeats the title is the title. */
export function withoutTitle(body: Body, title: string): Body {
  const [first, ...rest] = body.blocks;
  if (first?.type !== 'heading' || rest.length === 0 || !sameTitle(textOf({ version: 1, blocks: [first] }), title))
    return body;
  return { ...body, blocks: rest };
}

/** The first heading, else the first sentence. */
export function titleOfBody(body: Body): string {
  const heading = body.blocks.find((block) => block.type === 'heading');
  return titleFromText(heading ? textOf({ version: 1, blocks: [heading] }) : textOf(body));
}
