/**
 * Reads Chromium's own network log (--log-net-log): every request, name look-up and
 * connection its network service was asked for, whoever asked.
 */

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly { readonly type: number; readonly params?: Readonly<Record<string, unknown>> }[];
}

/** Addresses that stay inside the program. */
const inside = /^(app|postil-asset|devtools|data|blob|about|chrome|chrome-extension|file):/;

/** A log cut off by a quit lacks its closing brackets; one cut off by a kill, part of its last line too. */
function parse(log: string): NetLog {
  const lines = log.trimEnd();
  const whole = lines.slice(0, lines.lastIndexOf('\n'));
  for (const text of [log, closed(lines), closed(whole)]) {
    try {
      return JSON.parse(text);
    } catch {
      // Cut off: the next has an end of our own.
    }
  }
  throw new Error('The network log can’t be read');
}

const closed = (lines: string): string => `${lines.trimEnd().replace(/,$/, '')}]}`;

/** What a log shows of anything outside: addresses asked for, names looked up, connections tried. */
export function foreignAddressesIn(log: string): readonly string[] {
  const { constants, events } = parse(log);
  const nameOf = new Map(Object.entries(constants.logEventTypes).map(([name, type]) => [type, name]));
  const found = new Set<string>();
  for (const event of events) {
    const name = nameOf.get(event.type) ?? '';
    const { url, host, address } = event.params ?? {};
    if (name === 'URL_REQUEST_START_JOB' && typeof url === 'string' && !inside.test(url)) found.add(`request ${url}`);
    if (name.startsWith('HOST_RESOLVER_MANAGER_JOB') && typeof host === 'string') found.add(`look-up ${host}`);
    if (name === 'TCP_CONNECT_ATTEMPT' && typeof address === 'string') found.add(`connection ${address}`);
  }
  return [...found];
}
