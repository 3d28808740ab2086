/** The page on privacy. */
export const privacy = {
  networkTitle: 'Nothing leaves this machine',
  network:
    'Postil never uses the network: no account, no sync, no update check, no reports. What a captured page would load from elsewhere is never loaded. A link opens in your browser only after you agree to its address.',
  filesTitle: 'Where your work is',
  files:
    'Everything is in one file, the archive: texts, originals, pictures, passages, notes, history. Postil’s profile holds your settings, where you were reading, the paths of the archives you opened, the folder you have watched and the names of the files in it, your recent searches (you can clear them, or keep none), names you said are not the same, and a log of errors that quotes nothing.',
  watchedTitle: 'What Postil reads by itself',
  watched:
    'Nothing, unless you have a folder watched: then the new articles of that one folder are read and brought in while the archive is open. Its files are never changed or deleted. Pause or end it under “Watched folder…”.',
  file: 'This archive',
  pictures: 'Pictures in it',
  picturesAre: '{{count, number}}, {{size}}',
  backups: 'Its backups',
  showArchive: 'Show the archive',
  showBackups: 'Show the backups',
  besideTitle: 'What lies beside it',
  beside:
    '“-wal” and “-shm” belong to the archive while it is open: never move one without the others. “.lock” is empty and keeps two Postils apart. “.reserve” is room kept for the day the disk is full. “.replaced-…” is an archive a restore took the place of, “.moved-…” one that was copied to another disk, “.before-schema-…” one as it was before an update: each is a whole archive with all your words. Delete them yourself when you are sure.',
  deletingTitle: 'What deleting means',
  deleting:
    'The bin keeps what you put there until you delete it for good. After that it is gone from the archive, but traces can stay in the file until they are overwritten, in backups until they are thinned out, and in copies you made.',
  notTitle: 'What Postil does not do',
  not: 'It does not encrypt. Whoever can open your files, or sits at your unlocked machine, can read the archive and its backups. Turn on your system’s disk encryption (FileVault, BitLocker, LUKS), lock your screen, and keep backups that leave this machine on an encrypted disk.',
  cloudTitle: 'Cloud folders',
  cloud:
    'Do not keep an open archive in a folder that is synchronised: such programs copy files half-written, and whoever runs the service can read them.',
} as const;
