/** Pictures of pixels, as the logo of a practice and between texts. */
import path from 'node:path';
import { makeJpeg } from '../make-jpeg.ts';
import { makePng } from '../make-png.ts';
import { makePractice } from '../make-practice.ts';
import { mutateBytes } from '../mutate-bytes.ts';
import { build, check, FORMAT, someOptions } from '../options.ts';
import type { Random } from '../random.ts';
import { TINY, writeWorkbook } from '../small.ts';
import type { Place, Subject } from '../subject.ts';

const picture = (random: Random): Buffer => {
  const made = random.chance(0.6) ? makePng(random) : makeJpeg(random);
  return random.chance(0.2) ? mutateBytes(made, random) : made;
};

const withPicture = (random: Random): string =>
  `${TINY['pages/welcome.yaml']}  - image: picture.png\n    alt: A picture\n    width: ${random.pick([0.1, 0.4, 1])}\n${random.chance(0.5) ? '    caption: Under it.\n' : ''}`;

export const pictureSubject = ({ cwd }: Place): Subject => ({
  prepare: () => writeWorkbook(path.join(cwd, 'tiny'), TINY),
  files: (random) =>
    new Map([
      ['tiny/practice.yaml', makePractice(random, random.chance(0.7) ? 'logo.png' : undefined)],
      ['tiny/logo.png', picture(random)],
      ['tiny/en/picture.png', picture(random)],
      ['tiny/en/pages/welcome.yaml', Buffer.from(withPicture(random))],
    ]),
  steps(random, _, given) {
    const options = given ?? someOptions(random, 0.15, FORMAT);
    return [check('tiny', options, random), { ...build(cwd, 'tiny', options, random), whenFine: random.chance(0.9) }];
  },
});
