import { Box, Decoration, Words, plain, say, usePractice, useStrings, useTheme, type FrameProps } from 'mendbook/kit';
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

const PageLine = ({ section, title, page, pages, note, side }: FrameProps) => {
  const { colors, space } = useTheme();
  const strings = useStrings();
  const axis = useAxis();
  const name = section ? plain(section.title) : title;
  const step = section?.number === undefined ? '' : `${strings.step} ${section.number}`;
  const number = note ?? say(strings.pageOf, { page, pages });
  const style = { color: colors.muted };
  // A long name stands whole on the section's first page.
  const oneLine = { ...style, ...ONE_LINE, flex: 1 };
  const whole = step === '' ? name : `${step}  ${name}`;
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
        </>
      ) : (
        <>
          {axis > 0 ? (
            <Words type="furniture" style={{ ...style, width: axis }}>
              {step}
            </Words>
          ) : null}
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
