/** Remembers that the spaces of a shipped workbook hold what is expected there, so that they are not measured again. Of others nothing is kept. */
import { keep, recall } from '../cache/store.ts';

const KIND = 'room';

/** Nothing is to be told but that it was measured. */
const HOLDS = Buffer.from('every space holds what is expected there\n');

/**
 * Whether an earlier run has found every space large enough.
 * @param shipped stands for the workbook, the template and the program (`LoadedInputs`)
 */
export const hasRoom = (shipped: string): boolean => recall(KIND, shipped)?.equals(HOLDS) ?? false;

/** Keeps for later runs that every space is large enough. */
export const keepRoom = (shipped: string): void => {
  keep(KIND, shipped, HOLDS);
};
