/** Says how long something takes, in a unit that people plan with. */
import { say, useStrings } from 'mendbook/kit';

/** Shorter times are told in minutes. */
const FROM_HOURS = 90;

/**
 * The words for a time: "About 20 min", or "About 4 hours, in 8 sittings".
 *
 * @param sittings how many times somebody sits down for it; told where it is more than one
 */
export const useDuration = (minutes: number, sittings: number): string => {
  const strings = useStrings();
  const time = minutes < FROM_HOURS ? say(strings.minutes, { minutes }) : say(strings.hours, { hours: Math.round(minutes / 60) });
  return sittings > 1 ? say(strings.sittings, { time, sittings }) : time;
};
