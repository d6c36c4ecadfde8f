/** Options of every kind together, on a small workbook that a practice has made its own. */
import path from 'node:path';
import { makePractice } from '../make-practice.ts';
import { build, check, someOptions } from '../options.ts';
import { SMALL, writeWorkbook } from '../small.ts';
import type { Place, Subject } from '../subject.ts';

export const optionsSubject = ({ cwd }: Place): Subject => ({
  prepare: () => writeWorkbook(path.join(cwd, 'small'), SMALL),
  files: (random) => (random.chance(0.8) ? new Map([['small/practice.yaml', makePractice(random)]]) : new Map()),
  steps(random, _, given) {
    const options = given ?? someOptions(random, random.pick([0.15, 0.3, 0.5]));
    return [check('small', options, random), build(cwd, 'small', options, random)];
  },
});
