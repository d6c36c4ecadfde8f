/** The time of day for status lines. */

/** In hours, minutes and seconds of the system's time zone, such as 11:32:05. */
export const timeOfDay = (time: Date): string => time.toTimeString().slice(0, 8);
