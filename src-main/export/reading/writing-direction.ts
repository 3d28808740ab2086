/** Which way a paragraph runs, as browsers tell it: by its first letter with a direction. */
const firstStrong = /[\p{L}]/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Whether a text is written from right to left. */
export function isRightToLeft(text: string): boolean {
  const letter = firstStrong.exec(text)?.[0];
  return letter !== undefined && rightToLeft.test(letter);
}
