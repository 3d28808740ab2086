/**
 * Reads Chromium's own network log (--log-net-log): every request, name look-up and
 * connection its network service was asked for, whoever asked.
 */

type EventTypes = Readonly<Record<string, number>>;

interface NetEvent {
  readonly type: number;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** Addresses that stay inside the program. */
const inside = /^(app|postil-asset|devtools|data|blob|about|chrome|chrome-extension|file):/;

/** JSON with what may follow it on its line; undefined when it was cut off. */
function read<T>(line: string): T | undefined {
  for (const rest of [/,$/, /\],?$/, /\]\}$/]) {
    try {
      return JSON.parse(line.trimEnd().replace(rest, ''));
    } catch {
      // Another end is tried; a line without any is the caller's.
    }
  }
  return undefined;
}

/** What a line says that was cut off by a kill: an address of any kind in it counts. */
const saidIn = (line: string): readonly string[] =>
  Array.from(line.matchAll(/"(?:url|host|address)":"([^"]+)"/g), ([, address = '']) => address)
    .filter((address) => !inside.test(address))
    .map((address) => `cut off: ${address}`);

/**
 * What a log shows of anything outside: addresses asked for, names looked up, connections tried. A log begins with the
 * names of its events, then has one a line; killed before it had written the names, its process asked for nothing yet.
 */
export function foreignAddressesIn(log: string): readonly string[] {
  const [first = '', ...lines] = log.split('\n');
  const names = read<{ readonly constants: { readonly logEventTypes: EventTypes } }>(`${first.replace(/,$/, '')}}`);
  if (names === undefined) {
    if (lines.length > 0) throw new Error('The network log can’t be read');
    return saidIn(first);
  }
  const nameOf = new Map(Object.entries(names.constants.logEventTypes).map(([name, type]) => [type, name]));
  const found = new Set<string>();
  for (const line of lines.filter((one) => one.startsWith('{'))) {
    const event = read<NetEvent>(line);
    if (event === undefined) for (const address of saidIn(line)) found.add(address);
    const name = nameOf.get(event?.type ?? -1) ?? '';
    const { url, host, address } = event?.params ?? {};
    if (name === 'URL_REQUEST_START_JOB' && typeof url === 'string' && !inside.test(url)) found.add(`request ${url}`);
    if (name.startsWith('HOST_RESOLVER_MANAGER_JOB') && typeof host === 'string') found.add(`look-up ${host}`);
    if (name === 'TCP_CONNECT_ATTEMPT' && typeof address === 'string') found.add(`connection ${address}`);
  }
  return [...found];
}
