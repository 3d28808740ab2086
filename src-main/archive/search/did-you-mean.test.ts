import { expect, test } from 'vitest';
import type { Archive } from '../archive-api';
import { insert, testArchive } from '../test-archive';

function library(): Archive {
  const archive = testArchive();
  for (let index = 0; index < 12; index++)
    insert(
      archive,
      `T${index}`,
      'L’entente entre Pyongyang et Moscou: un pacte d’alliance stratégique. Договор о дружбе',
    );
  insert(archive, 'Rare', 'zanzibar');
  return archive;
}
const meant = (query: string) => library().search({ query, limit: 20, offset: 0, sort: 'relevance' }).didYouMean;

test.each([
  ['pyonyang', 'pyongyang'],
  ['ententte', 'entente'],
  ['alliacne', 'alliance'],
  ['aliance', 'alliance'],
  ['stratejik', null],
  ['strattegie', null],
  ['strategikke', 'strategique'],
  ['договр ', 'договор '],
  ['pacte alliacne -zanzibar', 'pacte alliance -zanzibar'],
  ['pacte  ALLIACNE lang:fr', null],
  ['entente', null],
  ['zanzibar', null],
  ['=pyonyang', null],
  ['"pyonyang"', null],
  ['북헌', null],
  ['xyz', null],
])('%s: %s', (query, right) => {
  expect(meant(query)).toBe(right);
});
