/** Rows of a comma-separated table (RFC 4180), by the names in its first row. Bounded. Pure. */

/** Rows read of one table. */
const mostRows = 200_000;

/** The cells of each row by column name in lower case; a missing cell is absent. */
export function csvRows(text: string): readonly ReadonlyMap<string, string>[] {
  const rows: string[][] = [[]];
  const cell = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r\n|\r|\n|$)/y;
  const source = text.replace(/^\ufeff/, '');
  while (cell.lastIndex < source.length && rows.length <= mostRows) {
    const at = cell.lastIndex;
    const found = cell.exec(source);
    // A quotation mark amid a cell: the rest of the line stands as it is.
    if (found === null) {
      const end = source.indexOf('\n', at);
      rows.at(-1)?.push(source.slice(at, end < 0 ? undefined : end));
      rows.push([]);
      cell.lastIndex = end < 0 ? source.length : end + 1;
      continue;
    }
    const [, quoted, bare = '', separator] = found;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (separator !== ',') rows.push([]);
  }
  const [head = [], ...body] = rows;
  const names = head.map((name) => name.trim().toLowerCase());
  return body
    .filter((cells) => cells.some((value) => value !== ''))
    .map((cells) => new Map(cells.flatMap((value, index) => (names[index] ? [[names[index], value] as const] : []))));
}
