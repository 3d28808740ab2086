/** Labels as a person types them. Pure. */

/** Labels as typed: between commas, without `#` and doubles. */
export function labelsFrom(typed: string): readonly string[] {
  const labels = typed.split(',').map((label) => label.trim().replace(/^#/, '').trim());
  return [...new Set(labels.filter((label) => label !== ''))];
}
