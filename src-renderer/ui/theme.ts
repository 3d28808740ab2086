/** Light or dark: follows the choice, or the system when there is none. */
import type { Theme } from '@shared/contract/shell';
import { applyKindColours, type Look } from './kind-colours';

const darkSystem = () => window.matchMedia('(prefers-color-scheme: dark)');
let stopFollowing: () => void = () => undefined;

function show(look: Look): void {
  const root = document.documentElement;
  root.dataset.theme = look;
  applyKindColours(root, look);
}

/** Shows the page in the chosen theme; `system` keeps following the system. */
export function applyTheme(theme: Theme): void {
  stopFollowing();
  stopFollowing = () => undefined;
  if (theme !== 'system') {
    show(theme);
    return;
  }
  const query = darkSystem();
  const follow = () => show(query.matches ? 'dark' : 'light');
  follow();
  query.addEventListener('change', follow);
  stopFollowing = () => query.removeEventListener('change', follow);
}
