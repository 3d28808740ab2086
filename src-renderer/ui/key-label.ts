/** Key bindings as a person reads them: `$mod+Shift+p` → "Ctrl Maj P" or "⇧⌘P". Pure. */

const macSigns: Readonly<Record<string, string>> = {
  $mod: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Control: '⌃',
  Enter: '↩',
  Delete: '⌫',
  Escape: '⎋',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Backslash: '\\',
};
const names: Readonly<Record<'en' | 'fr', Readonly<Record<string, string>>>> = {
  en: {
    $mod: 'Ctrl',
    Control: 'Ctrl',
    Delete: 'Del',
    Escape: 'Esc',
    ArrowUp: '↑',
    ArrowDown: '↓',
    ArrowLeft: '←',
    ArrowRight: '→',
    Equal: '+',
    Minus: '−',
    Digit0: '0',
    Slash: '/',
    Backslash: '\\',
  },
  fr: {
    $mod: 'Ctrl',
    Control: 'Ctrl',
    Shift: 'Maj',
    Enter: 'Entrée',
    Delete: 'Suppr',
    Escape: 'Échap',
    ArrowUp: '↑',
    ArrowDown: '↓',
    ArrowLeft: '←',
    ArrowRight: '→',
    Equal: '+',
    Minus: '−',
    Digit0: '0',
    Slash: '/',
    Backslash: '\\',
  },
};

/** The label of a tinykeys binding on this platform, in the language given. */
export function keyLabel(binding: string, language: 'en' | 'fr', mac: boolean): string {
  const word = (part: string): string =>
    (mac ? macSigns[part] : undefined) ?? names[language][part] ?? (part.length === 1 ? part.toUpperCase() : part);
  return binding
    .split('+')
    .map(word)
    .join(mac ? '' : ' ');
}

/** Whether this is a Mac, where ⌘ stands for Ctrl. */
export function onMac(): boolean {
  return navigator.userAgent.includes('Mac OS X');
}
