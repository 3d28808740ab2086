/** Intl's formatters, made once for each locale and way: making one takes longer than drawing the row it is for. */

/** Locales and ways there are in one window: a handful. */
const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();
const relatives = new Map<string, Intl.RelativeTimeFormat>();

function kept<T>(known: Map<string, T>, key: string, make: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  known.set(key, made);
  return made;
}

/** How numbers are written in a locale. */
export const numberFormat = (locale: string): Intl.NumberFormat =>
  kept(numbers, locale, () => new Intl.NumberFormat(locale));

/** "Today", "in 3 days" in a locale. */
export const relativeFormat = (locale: string): Intl.RelativeTimeFormat =>
  kept(relatives, locale, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));

/** How dates are written in a locale; in the machine's time zone, which may change, unless the options say otherwise. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const zone = options.timeZone ?? new Date().getTimezoneOffset();
  const key = `${locale} ${zone} ${JSON.stringify(options)}`;
  return kept(dates, key, () => new Intl.DateTimeFormat(locale, options));
}
