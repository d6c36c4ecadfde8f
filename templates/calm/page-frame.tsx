import { Box, Decoration, Motif, Words, motifHeight, plain, say, usePractice, useStrings, useTheme, type FrameProps } from 'mendbook/kit';
import { useAxis } from './parts/columns.tsx';

/** No printer at home reaches closer to the edge of the sheet, in points. */
const PRINTABLE = 18;

/**
 * At the foot of every page, at the same place: the step's name, and the page's number at the edge that is not bound. Under them, the
 * practice's line, where it has one.
 */
export const PageFrame = (props: FrameProps) => {
  const { paper, frame, type, colors } = useTheme();
  const axis = useAxis();
  const footer = usePractice()?.footer;
  const bottom = footer ? Math.max(PRINTABLE, frame.foot - type.furniture.leading) : frame.foot;
  return (
    <Decoration as="Footer" style={{ position: 'absolute', left: paper.left, right: paper.right, bottom }}>
      <PageLine {...props} />
      {footer ? (
        <Words type="furniture" style={{ ...ONE_LINE, color: colors.muted, ...(props.side === 'left' ? { textAlign: 'right' } : { marginLeft: axis }) }}>
          {footer}
        </Words>
      ) : null}
    </Decoration>
  );
};

/** What is too long is cut. */
const ONE_LINE = { maxLines: 1, textOverflow: 'ellipsis' } as const;

const PageLine = ({ section, title, steps, page, pages, note, side }: FrameProps) => {
  const { colors, space } = useTheme();
  const strings = useStrings();
  const axis = useAxis();
  const name = section ? plain(section.title) : title;
  const step = section?.number;
  const stepWords = step === undefined ? '' : say(strings.stepOf, { number: step, steps });
  const mark = step === undefined ? null : <StepMark joined={Math.min(1, step / steps)} side={side} />;
  const number = note ?? say(strings.pageOf, { page, pages });
  const style = { color: colors.muted };
  // A long name stands whole on the section's first page.
  const oneLine = { ...style, ...ONE_LINE, flex: 1 };
  const whole = stepWords === '' ? name : `${stepWords}  ${name}`;
  return (
    <Box style={{ flexDirection: 'row', columnGap: axis > 0 ? 0 : space.m }}>
      {side === 'left' ? (
        <>
          <Words type="furniture" style={style}>
            {number}
          </Words>
          <Words type="furniture" style={{ ...oneLine, textAlign: 'right' }}>
            {whole}
          </Words>
          {mark}
        </>
      ) : (
        <>
          {axis > 0 ? (
            <Box style={{ width: axis, flexDirection: 'row' }}>
              {mark}
              <Words type="furniture" style={style}>
                {stepWords}
              </Words>
            </Box>
          ) : (
            mark
          )}
          <Words type="furniture" style={oneLine}>
            {axis > 0 ? name : whole}
          </Words>
          <Words type="furniture" style={style}>
            {number}
          </Words>
        </>
      )}
    </Box>
  );
};

/** The motif so far, small, standing on the line of the foot. Beside words that say the same. */
const StepMark = ({ joined, side }: { joined: number } & Pick<FrameProps, 'side'>) => {
  const { motif, type, space } = useTheme();
  if (motif.foot === 0) return null;
  const over = motifHeight(motif.foot) - type.furniture.leading;
  return (
    <Box style={{ marginTop: -over, ...(side === 'left' ? { marginLeft: space.xs } : { marginRight: space.xs }) }}>
      <Motif width={motif.foot} joined={joined} place="foot" />
    </Box>
  );
};
