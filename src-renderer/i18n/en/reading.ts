/** Words of the reading area; filled in by its feature. */
export const reading = {} as const;
