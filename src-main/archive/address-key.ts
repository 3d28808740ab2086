/** When two addresses are one page's: what is compared in place of them. Pure. */

/** Parameters that tell where a reader came from, never which page it is. */
const tracking =
  /^(utm_\w+|at_(medium|campaign|\w+_\w+)|mtm_\w+|pk_\w+|mc_[ce]id|[a-z]*clid|g[abw]?braid|_ga|_gl|igshid|xtor|smid|cmpid|wt_mc|spm)$/i;

/**
 * An address as addresses are compared: without scheme, fragment, tracking parameters
 * and slash at the end, parameters in order. Empty for what is no web address, and for
 * a site's front page: whatever lies there is a different text every day.
 */
export function addressKey(address: string): string {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return '';
  const { host, pathname, searchParams } = new URL(address);
  for (const name of [...searchParams.keys()]) if (tracking.test(name)) searchParams.delete(name);
  searchParams.sort();
  const path = pathname.replace(/\/+$/, '');
  const parameters = searchParams.toString();
  if (path === '' && parameters === '') return '';
  // Ports that go with a scheme are left out by the parser already.
  return `${host}${path}${parameters === '' ? '' : `?${parameters}`}`;
}
