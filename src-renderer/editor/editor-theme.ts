/** Class names Lexical puts on what it shows; styled in editor.css. */
import type { EditorThemeClasses } from 'lexical';

export const editorTheme: EditorThemeClasses = {
  list: {
    nested: { listitem: 'list-holder' },
    checklist: 'checklist',
    listitemChecked: 'checked',
    listitemUnchecked: 'unchecked',
  },
  text: {
    underline: 'mark-underline',
    strikethrough: 'mark-strike',
    underlineStrikethrough: 'mark-underline-strike',
    code: 'mark-code',
  },
  code: 'code-block',
};
