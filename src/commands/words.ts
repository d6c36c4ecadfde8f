/** Numbers, times and places in words, as commands say them. */

/** Such as "1 page", "2 pages". */
export const counted = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`;

/** The time of day: 11:32:05. */
export const clock = (time: Date): string => time.toTimeString().slice(0, 8);

/** A path as it is told: from the working folder where it is below it. */
export const shownFrom = (cwd: string, file: string): string => (file.startsWith(`${cwd}/`) ? file.slice(cwd.length + 1) : file);
