/** The export formats: one array. Adding a format is a file, its test and a line here. */
import type { Exporter } from './exporter';
import { htmlExporter } from './html/html-exporter';
import { markdownExporter } from './markdown/markdown-exporter';
import { nativeExporter } from './native-exporter';

export const exporters: readonly Exporter[] = [htmlExporter, markdownExporter, nativeExporter];

/** Finds an exporter by its id. */
export function findExporter(id: string): Exporter | undefined {
  return exporters.find((exporter) => exporter.id === id);
}
