/** How large the motif may be on a cover, beside its words and a practice's logo and name. */
import { MOTIF_FIELD, useLogoSize, usePractice, useStrings, useTheme, type Practice, type TypeName, type Workbook } from 'mendbook/kit';
import { useAxis } from './columns.tsx';

/** A smaller drawing looks lost. */
const LEAST = 0.5;
/** Words break early: a line holds a little less than its width. */
const HELD = 0.92;

/**
 * The width of the motif in points: the theme's, less what the words of the cover need; 0 where too little is left. The words are
 * measured by the mean width of their letters.
 */
export const useCoverMotifWidth = ({ title, subtitle, edition }: Pick<Workbook, 'title' | 'subtitle' | 'edition'>): number => {
  const practice = usePractice();
  const drawn = useLogoSize();
  const axis = useAxis();
  const strings = useStrings();
  const { paper, space, motif, type, fonts, ruling, logo } = useTheme();
  if (motif.cover === 0) return 0;
  const width = paper.width - paper.left - paper.right - axis;
  const height = (words: string, name: TypeName, room = width): number => {
    const { size, leading, font } = type[name];
    return Math.ceil((words.length * fonts.metrics[font].letter * size) / (room * HELD)) * leading;
  };
  const practiceBlock = ({ name, counselor = '', credentials = '' }: Practice): number => {
    const mark = drawn ?? { width: -logo.quiet, height: 0 };
    const beside = width - mark.width - logo.quiet;
    const words = height(name, 'section', beside) + height(counselor, 'hint', beside) + height(credentials, 'hint', beside);
    return space.xl + Math.max(space.s, logo.quiet) + Math.max(mark.height, words);
  };
  const band = edition?.counselor ? height(strings.notForClients, 'coverTitle', width + axis) + type.section.leading + 2 * space.s + space.xxl : 0;
  const head = paper.top + space.xxl + band + height(title, 'coverTitle') + space.m + height(subtitle ?? '', 'lead');
  const marks = edition ? space.l + height(edition.marks.join('  ·  '), 'furniture') : 0;
  const foot = ruling.leading + (practice ? practiceBlock(practice) : 0) + marks + paper.bottom;
  const left = paper.height - head - foot - 2 * space.l;
  const fits = Math.min(motif.cover, width, (left * MOTIF_FIELD.width) / MOTIF_FIELD.height);
  return fits < LEAST * Math.min(motif.cover, width) ? 0 : fits;
};
