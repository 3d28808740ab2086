/**
 * How long nobody typed before what stands beside the list is asked for, ms. Longer than from the last letter of a word
 * over the space to the first of the next, or that one's list waits for them.
 */
export const typingPauseMs = 400;
