import { describe, expect, it } from 'vitest';
import { labelsFrom } from './labels-from';

describe('labelsFrom', () => {
  it('takes labels between commas, without signs, blanks and doubles', () => {
    expect(labelsFrom(' #calendrier, frontière est ,, calendrier,région/est')).toEqual([
      'calendrier',
      'frontière est',
      'région/est',
    ]);
  });

  it('gives none for an empty field', () => {
    expect(labelsFrom('  ')).toEqual([]);
  });
});
