/** A number with the singular or plural of a noun. */

/** Such as "1 page", "2 pages", "0 pages": for things whose plural ends in s. */
export const counted = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`;
