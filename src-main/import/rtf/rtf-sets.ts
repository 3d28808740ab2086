/** Character sets of RTF files: a font's number of its set, and the names decoders know them by. */

const ofFont: Readonly<Record<number, string>> = {
  128: 'shift_jis',
  129: 'cp949',
  134: 'gb18030',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
};

/** The set of a font (`\fcharset`); undefined when it is the file's own. */
export const setOfFont = (number: number): string | undefined => ofFont[number];

/** The set a file names for itself (`\ansicpg`). */
export function setOfCodePage(number: number): string {
  const named: Readonly<Record<number, string>> = {
    932: 'shift_jis',
    936: 'gb18030',
    949: 'cp949',
    950: 'big5',
    65001: 'utf-8',
  };
  return named[number] ?? (number >= 1250 && number <= 1258 ? `windows-${number}` : 'windows-1252');
}
