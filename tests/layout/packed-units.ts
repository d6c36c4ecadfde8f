/** Packs units made by hand, and tells which of them stand on which page. */
import { pack } from '../../src/layout/pack.ts';
import type { PackedPage } from '../../src/layout/packed.ts';
import type { Unit } from '../../src/layout/units.ts';

/** The height of a page, in points. */
export const HEIGHT = 300;

/** Units with a number each, so that they are found again on their pages. */
export const named = (units: Unit[]): Unit[] => units.map((each, index) => ({ ...each, within: [{ destination: String(index) }] }));

/** Which units stand on which page. */
export const namesOf = (pages: readonly PackedPage[]): string[][] => pages.map(({ placed }) => placed.map(({ within }) => within[0]?.destination ?? ''));

export const packed = (units: Unit[]) => pack(named(units), HEIGHT);
