import { parseQuery } from '@shared/query/parse-query';
import { describe, expect, it } from 'vitest';
import { onlyPassages } from './note-from-passages';

describe('a query for passages only', () => {
  it.each(['lorry', 'a OR b', '"two words" -not', 'label:bridge (x OR y)', '"unclosed'])(
    'asks what “%s” asks, and for passages',
    (query) => {
      const asked = parseQuery(onlyPassages(query));
      const operands = asked.type === 'and' ? asked.operands : [];
      const original = parseQuery(query);
      const kept = operands.slice(0, -1);
      expect(kept).toEqual(original.type === 'and' ? original.operands : [original]);
      expect(operands.at(-1)).toMatchObject({
        type: 'or',
        operands: [{ value: 'claim' }, { value: 'source' }, { value: 'event' }],
      });
    },
  );
});
