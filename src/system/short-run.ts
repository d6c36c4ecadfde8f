/** A program that runs for a second or two and ends: machine code is made only of what it goes through most. */
import { setFlagsFromString } from 'node:v8';

/**
 * How often V8 goes through a function before it is optimised, by the version of Node: about thirty times as often as usual. The names of
 * these flags change with V8, which prints what it does not know: no other version is told anything.
 */
const FLAGS: Readonly<Record<string, string>> = {
  20: '--interrupt-budget=2000000',
  22: '--invocation-count-for-turbofan=20000',
  24: '--invocation-count-for-turbofan=20000',
};

/** Says that this process ends soon. To be called before most of its code has run. */
export const endSoon = (): void => {
  const flag = FLAGS[process.versions.node.split('.')[0] ?? ''];
  if (flag) setFlagsFromString(flag);
};
