/** Every drawing to write into, under the name that authors write. */
import type { BlockOf } from 'mendbook/kit';
import { circle } from './circle.ts';
import { fence } from './fence.ts';
import { figure } from './figure.ts';
import { path } from './path.ts';
import type { Draw } from './sketch.ts';
import { stones } from './stones.ts';
import { threeLetters } from './three-letters.ts';
import { timeline } from './timeline.ts';

export const SKETCHES: Record<BlockOf<'draw'>['draw'], Draw> = { timeline, figure, 'three-letters': threeLetters, fence, path, circle, stones };
