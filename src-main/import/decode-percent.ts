/** Percent escapes of addresses that name a file inside another: decoded where they are escapes at all. */

/** `a%20b` becomes `a b`; a per cent sign that begins no escape of UTF-8 is a character of the name and stays. */
export const decodePercent = (address: string): string => address.replace(/(?:%[0-9a-f]{2})+/gi, decodeRun);

function decodeRun(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch (error) {
    // Bytes that are no UTF-8: nobody knows what they stood for.
    if (error instanceof URIError) return run;
    throw error;
  }
}
