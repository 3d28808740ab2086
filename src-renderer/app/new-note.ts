/** Makes a note and opens it. */

import { call } from '@renderer/client/client';
import { tellingFailure } from '@renderer/client/tell-failure';
import i18next from 'i18next';
import { openDocument, useRoute } from './route';

/** In the collection that is shown, if one is. */
export async function newNote(): Promise<void> {
  const { scope } = useRoute.getState();
  const made = await tellingFailure(
    call('createNote', {
      title: i18next.t('common.untitledNote'),
      ...(scope.in === 'collection' ? { collection: scope.collection } : {}),
    }),
  );
  if (!made) return;
  // A search would hide the new note from the list.
  useRoute.setState({ query: '' });
  openDocument(made.uid);
}
