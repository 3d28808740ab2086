import { startWords } from '@renderer/i18n/i18n';
import type { Annotation } from '@shared/model/annotation';
import { emptyMetadata } from '@shared/model/document';
import { annotationUid, documentUid } from '@shared/model/ids';
import { beforeAll, expect, test } from 'vitest';
import { passagesAsMarkdown, passagesAsText } from './passage-text';

const document = {
  title: 'Un pont promis',
  metadata: { ...emptyMetadata, authors: ['Camille Roussel'], site: 'La Dépêche' },
};
const claim: Annotation = {
  uid: annotationUid('a'),
  document: documentUid('d'),
  kind: 'claim',
  selector: { start: 0, end: 4, exact: 'Open *before*\nwinter', prefix: '', suffix: '', textHash: '' },
  orphaned: false,
  comment: 'Which winter?\n\n- ask **him**',
  labels: ['calendar', 'east side'],
  fields: { speaker: 'the minister', verdict: 'disputed' },
  createdAtMs: 0,
  updatedAtMs: 0,
};

beforeAll(() => startWords('en'));

test('as text each passage has its quotation, kind, comment and labels, and the source comes last', () => {
  expect(passagesAsText(document, [claim], { language: 'en', date: '12 October 2025' })).toBe(
    '“Open *before* winter” [Claim, the minister, disputed]\nWhich winter?\n\n- ask **him**\ncalendar, east side\n\nCamille Roussel, “Un pont promis”, La Dépêche, 12 October 2025',
  );
});

test('a passage of a source with pages says which it stands on', () => {
  const words = { language: 'en', date: '', pagesOf: () => '12–13' } as const;
  expect(passagesAsText(document, [claim], words)).toContain('[Claim, the minister, disputed, pp.\u00a012–13]');
  expect(passagesAsMarkdown(document, [claim], words)).toContain('disputed, pp.\u00a012–13**');
});

test('as Markdown the quotation is escaped and the comment stays Markdown, below its item', () => {
  expect(passagesAsMarkdown(document, [claim], { language: 'en', date: '' })).toBe(
    '## Un pont promis\n\nCamille Roussel, La Dépêche\n\n- **Claim, the minister, disputed**: “Open \\*before\\* winter”\n\n  Which winter?\n\n  - ask **him**\n\n  #calendar #east-side',
  );
});
