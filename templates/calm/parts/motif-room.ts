/** How large the motif may be on a cover, beside its words and a practice's logo and name. */
import { MOTIF_FIELD, useLogoSize, usePractice, useTheme, type Practice, type TypeName, type Workbook } from 'mendbook/kit';
import { useAxis } from './columns.tsx';

/** A smaller drawing looks lost. */
const LEAST = 0.5;
/** Words break early: a line holds a little less than its width. */
const HELD = 0.92;

/**
 * The width of the motif in points: the theme's, less what the words of the cover need; 0 where too little is left. The words are
 * measured by the mean width of their letters.
 *
 * @param about the lines at the foot of the cover
 */
export const useMotifWidth = ({ title, subtitle }: Pick<Workbook, 'title' | 'subtitle'>, about: readonly string[]): number => {
  const practice = usePractice();
  const drawn = useLogoSize();
  const axis = useAxis();
  const { paper, space, motif, type, fonts, ruling, logo } = useTheme();
  if (motif.cover === 0) return 0;
  const width = paper.width - paper.left - paper.right - axis;
  const height = (words: string, name: TypeName, room = width): number => {
    const { size, leading, font } = type[name];
    return Math.ceil((words.length * fonts.metrics[font].letter * size) / (room * HELD)) * leading;
  };
  const practiceLine = ({ name, counselor, credentials }: Practice): number => {
    const mark = drawn ?? { width: -logo.quiet, height: 0 };
    const beside = width - mark.width - logo.quiet;
    const who = [counselor, credentials].filter((line) => line !== undefined).join(', ');
    return Math.max(space.l, logo.quiet) + Math.max(mark.height, height(name, 'prompt', beside) + height(who, 'hint', beside));
  };
  const head = paper.top + space.xxl + height(title, 'coverTitle') + space.m + height(subtitle ?? '', 'lead');
  const foot =
    ruling.leading +
    type.hint.leading +
    (practice ? practiceLine(practice) : 0) +
    space.l +
    about.reduce((sum, line) => sum + height(line, 'furniture'), 0) +
    paper.bottom;
  const left = paper.height - head - foot - space.xxl - space.l;
  const fits = Math.min(motif.cover, (left * MOTIF_FIELD.width) / MOTIF_FIELD.height);
  return fits < LEAST * motif.cover ? 0 : fits;
};
