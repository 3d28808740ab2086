/** The commands by which a text that has no further hit asks for the next document found; the results answer. */
export const walkCommands = { next: 'next-hit-document', previous: 'previous-hit-document' } as const;
