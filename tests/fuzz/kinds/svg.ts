/** Drawings in SVG, as the logo of a practice. */
import path from 'node:path';
import { makePractice } from '../make-practice.ts';
import { makeSvg } from '../make-svg.ts';
import { mutateSvg } from '../mutate-svg.ts';
import { build, check, FORMAT, someOptions } from '../options.ts';
import { TINY, writeWorkbook } from '../small.ts';
import type { Place, Subject } from '../subject.ts';

export const svgSubject = ({ cwd }: Place): Subject => ({
  prepare: () => writeWorkbook(path.join(cwd, 'tiny'), TINY),
  files(random) {
    const drawing = makeSvg(random);
    return new Map([
      ['tiny/practice.yaml', makePractice(random, 'logo.svg')],
      ['tiny/logo.svg', random.chance(0.3) ? mutateSvg(drawing, random) : Buffer.from(drawing)],
    ]);
  },
  steps(random, _, given) {
    const options = given ?? someOptions(random, 0.15, FORMAT);
    return [check('tiny', options, random), { ...build(cwd, 'tiny', options, random), whenFine: random.chance(0.9) }];
  },
});
