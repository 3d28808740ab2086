/** What Hypothesis' importer asks of a file, checked over the trial bundle. */
import { describe, expect, it } from 'vitest';
import { trialBundle } from '../trial-bundle';
import { hypothesisExporter } from './hypothesis-exporter';

const bundle = trialBundle();
const files = [...hypothesisExporter.write(bundle)].map(({ bytes }) => JSON.parse(new TextDecoder().decode(bytes)));
const annotations = files.flatMap((file) => file.annotations);

describe('Hypothesis', () => {
  it('has what the importer refuses to do without, in every annotation', () => {
    expect(annotations).toHaveLength(bundle.annotations.length);
    for (const annotation of annotations) {
      expect(annotation.user).toMatch(/^acct:[^@]+@hypothes\.is$/);
      expect(Array.isArray(annotation.tags)).toBe(true);
      for (const key of ['text', 'uri', 'document', 'permissions']) expect(annotation).toHaveProperty(key);
      expect(annotation).not.toHaveProperty('references');
      expect(annotation.target).toHaveLength(1);
      expect(annotation.target[0].selector[0].type).toBe('TextQuoteSelector');
    }
  });

  it('makes one file a document, since the importer takes one page at a time', () => {
    for (const file of files) expect(new Set(file.annotations.map(({ uri }: { uri: string }) => uri)).size).toBe(1);
  });

  it('keeps UTF-16 offsets, quote and tags', () => {
    const [first] = bundle.annotations;
    const written = annotations.find(({ id }) => id === first?.uid);
    expect(written.tags).toEqual(['claim', 'bilan', '+1']);
    expect(written.target[0].selector[1]).toMatchObject({ start: first?.selector.start, end: first?.selector.end });
    expect(written.text).toContain('Speaker: =Séoul');
  });
});
