/** What marks a SQLite file as an archive. */

/** "Pstl": bytes 68–71 of every archive; never changes. */
export const applicationId = 0x5073746c;
