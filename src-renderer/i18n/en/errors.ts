/** Every expected failure in words: what happened, and what to do next. */
import type { ErrorCode } from '@shared/outcome/outcome';

export const errors = {
  'archive/not-found': 'The archive’s file is no longer where it was. Put it back, or open another archive.',
  'archive/not-an-archive': 'This file is not a Postil archive. Choose one that ends in “.postil”.',
  'archive/from-future': 'This archive was written by a newer Postil. Update Postil to open it; nothing was changed.',
  'archive/locked': 'Another program is writing to the archive. Wait a moment, then try again.',
  'archive/held': 'This archive is open in another Postil. Go to its window, or close it there and try again.',
  'archive/damaged':
    'The archive’s file is damaged. Nothing was overwritten; keep a copy of it and open your newest backup.',
  'archive/cannot-open': 'The archive can’t be opened. Check that you may read and write its folder.',
  'archive/disk-full': 'The disk is full. Free some room, then try again; nothing already saved is lost.',
  'archive/read-only': 'The archive can’t be written to here. Move it to a folder you may write to.',
  'archive/interrupted':
    'The archive stopped before it could answer. It is being opened again; repeat what you did last.',
  'archive/stale': 'This document was changed elsewhere meanwhile. It is read again; repeat your last change.',
  'archive/keeps-stopping':
    'The part of Postil that keeps the archive stopped several times in a row. What was saved is on disk; try again.',
  'archive/cannot-move':
    'The archive was not moved and is where it was. Choose a name that is free, in a folder you may write to.',
  'archive/nothing-to-save':
    'Nothing in this file can be read any more, so no new archive was made. The file is as it was.',
  'recovery/cancelled': 'Stopped. Nothing was changed, and nothing half-made was kept.',
  'index/cancelled': 'Making the search index was stopped. Searches miss documents until it is made again.',
  'verify/cancelled': 'The check was stopped. It changed nothing.',
  'backup/cancelled': 'The backup was stopped. Nothing was written.',
  'backup/not-proven': 'The backup could not be proven, so it was not kept. Check the disk, then back up again.',
  'backup/not-found': 'This backup is no longer in its folder. Look at the list again.',
  'backup/folder':
    'The folder for backups can’t be used: it may be gone with its disk, or not yours. Connect the disk, or choose another folder in Backups.',
  'document/not-found': 'This document is no longer in the archive. It may have been deleted for good.',
  'picture/unknown': 'This is no picture that can be kept. Save it as PNG, JPEG, GIF, WebP, AVIF or SVG and try again.',
  'picture/too-large':
    'The picture is too large: 32 MB and 64 million pixels at most, and 256 MB in one document. Save it smaller and try again.',
  'document/not-in-bin': 'Only documents in the bin can be deleted for good. Move it to the bin first.',
  'revision/not-found': 'This version is not kept any more. Choose another one from the history.',
  'annotation/not-found': 'This passage is no longer in the archive.',
  'annotation/bad-range': 'This passage is not in the text. Select it again.',
  'annotation/quote-not-found': 'These words are not in the text. Check the quotation.',
  'annotation/quote-ambiguous':
    'These words occur more than once in the text. Give a longer quotation, or what comes before it.',
  'link/to-itself': 'A passage can’t be linked to itself. Choose another one.',
  'link/exists': 'This link is already there.',
  'link/not-found': 'This link is no longer in the archive.',
  'collection/not-found': 'This collection is no longer in the archive.',
  'collection/cycle': 'A collection can’t be put inside itself. Choose another place.',
  'import/unsupported': 'Postil does not read this kind of file yet. Save it as a web page, Markdown or plain text.',
  'import/empty': 'The file is empty. Check that it was saved completely.',
  'import/binary': 'The file holds no text that can be read. Save it as a web page, Markdown or plain text.',
  'import/too-large': 'The file is too large. Split it, or import only its text.',
  'import/unreadable': 'The file can’t be read. Check that it is still there and that you may open it.',
  'import/broken': 'The file is damaged or not what its name says. Save it again from where it came.',
  'import/no-text': 'No article was found in this page. Copy its text and paste it instead.',
  'import/not-one-article':
    'This is not the text of one article. Choose the article’s own file: a page, a PDF, a document.',
  'import/not-an-article': 'A file can’t take the place of a note. Import it as an article of its own.',
  'watch/unreadable':
    'This folder can’t be looked into. Check that it is there and that you may open it, or choose another.',
  'import/cancelled': 'The import was stopped. What was imported before stays.',
  'export/cannot-write': 'The export can’t be written there. Choose another folder, and check that there is room.',
  'export/nothing': 'There is nothing to export. Choose something else.',
  'export/unknown-format': 'This export format does not exist. Choose another one.',
  'export/needs-window': 'This format is made in Postil’s window only.',
  'export/cannot-print': 'The document could not be printed to PDF. Export it as HTML and print that from a browser.',
  'export/cancelled': 'The export was stopped. Files it had already written are whole.',
  'request/invalid':
    'Postil asked the archive for something it does not understand. Nothing was changed; please report this.',
  'request/unknown':
    'Postil asked the archive for something it does not know. Nothing was changed; please report this.',
  'request/too-large': 'This is too much at once. Do it in smaller parts.',
  internal: 'Something unexpected went wrong. Nothing already saved is lost; try again.',
} as const satisfies Readonly<Record<ErrorCode, string>>;
