/** Words of the note area; filled in by its feature. */
export const note = {} as const;
