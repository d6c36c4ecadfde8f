/** What is found wrong in a user's components while pages are made: they run to the end, so that all of it is told at once. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

const noted = new Map<string, Diagnostic>();

/** Keeps a fault until it is taken; one place is told once, however often it is come by. */
export const noteFault = (fault: Diagnostic): void => {
  noted.set(`${fault.at?.file} ${fault.at?.start} ${fault.message}`, fault);
};

/** The faults since they were last taken. */
export const takeFaults = (): Diagnostic[] => {
  const faults = [...noted.values()];
  noted.clear();
  return faults;
};
