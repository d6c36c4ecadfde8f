/** Compares names and ids that people type into lists: they are the same in whatever letters and form of accents they stand. */

/** A name or an id as it is looked up: two that give the same text are the same. */
export const asLookedUp = (text: string): string => text.trim().normalize('NFC').toLowerCase();
