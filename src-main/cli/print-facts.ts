/** What an archive holds, in words. */
import type { ArchiveFacts } from '@shared/contract/archive-shapes';
import { counted } from './print-text';

/** "12 articles, 3 notes, 40 annotations". */
export function factWords({ articles, notes, annotations }: ArchiveFacts): string {
  return [counted(articles, 'article'), counted(notes, 'note'), counted(annotations, 'annotation')].join(', ');
}
