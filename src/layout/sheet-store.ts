/** What the layout asks of a place that keeps laid-out sheets for later runs. */
import type { ReactElement } from 'react';
import type { Location } from '../diagnostics/diagnostic.ts';
import type { Setting } from '../kit/context.ts';
import type { LaidOutNode } from './laid-out-node.ts';

/** The name of a sheet, and the places in files that its elements tell of, in the order in which they do. Names do not depend on these. */
export interface SheetName {
  name: string;
  places: readonly Location[];
}

export interface SheetStore {
  /** @returns nothing for a sheet with something that has no name in another process */
  nameOf(sheet: ReactElement, setting: Setting): SheetName | undefined;
  /** A sheet as an earlier run has laid it out. */
  recall(name: SheetName): LaidOutNode | undefined;
  /** Notes a sheet to be kept, as the program's engine has laid it out, before it is packed. */
  note(name: SheetName, sheet: LaidOutNode): void;
}
