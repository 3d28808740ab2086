import { describe, expect, it } from 'vitest';
import { findKind, isKindId, kinds } from './kinds';
import { isRelationId, relations } from './relations';

describe('the registries of kinds and relations', () => {
  it('give every kind an id, key, sign and underline of its own: kinds differ by more than colour', () => {
    for (const values of [
      kinds.map(({ id }) => id),
      kinds.map(({ shortcut }) => shortcut),
      kinds.map(({ sign }) => sign),
      kinds.map(({ underline }) => underline),
    ]) {
      expect(new Set(values).size).toBe(kinds.length);
    }
  });

  it('word everything in both languages', () => {
    const wordings = [
      ...kinds.flatMap((kind) => [
        kind.label,
        kind.plural,
        ...kind.fields.flatMap((field) => [
          field.label,
          ...(field.type === 'choice' ? field.options.map(({ label }) => label) : []),
        ]),
      ]),
      ...relations.flatMap(({ label, inverse }) => [label, inverse]),
    ];
    for (const { en, fr } of wordings) expect(en.trim() !== '' && fr.trim() !== '').toBe(true);
  });

  it('give every field and option an id of its own within its kind', () => {
    for (const { fields } of kinds) {
      expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
      for (const field of fields)
        if (field.type === 'choice') expect(new Set(field.options.map(({ id }) => id)).size).toBe(field.options.length);
    }
  });

  it('draw each kind’s ink readable on its wash (4.5 to 1) in light and dark', () => {
    for (const { colour } of kinds)
      for (const { ink, wash } of [colour.light, colour.dark]) expect(contrast(ink, wash)).toBeGreaterThanOrEqual(4.5);
  });

  it('know their own ids and no others, not even inherited names', () => {
    for (const { id } of kinds) expect(findKind(id)?.id).toBe(id);
    for (const { id } of relations) expect(isRelationId(id)).toBe(true);
    for (const id of ['', 'Claim', '__proto__', 'constructor']) expect(isKindId(id) || isRelationId(id)).toBe(false);
  });
});

/** Contrast of two colours after WCAG 2.2, "relative luminance". */
function contrast(a: string, b: string): number {
  const luminance = (colour: string): number =>
    [1, 3, 5]
      .map((place) => Number.parseInt(colour.slice(place, place + 2), 16) / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
      .reduce((sum, value, index) => sum + value * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}
