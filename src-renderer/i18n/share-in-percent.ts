/** What two texts share, as a person reads it: "87 %", never rounded up to the whole. */
export const shareInPercent = (share: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'percent' }).format(Math.floor(share * 100) / 100);
