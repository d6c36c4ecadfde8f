import { Decoration, Words, plain, say, useStrings, useTheme, type FrameProps } from 'mendbook/kit';
import { useAxis } from './parts/columns.tsx';

/** At the foot of every page, at the same place: the step's name, and the page's number at the edge that is not bound. */
export const PageFrame = ({ section, title, page, pages, note, side }: FrameProps) => {
  const { paper, frame, colors, space } = useTheme();
  const strings = useStrings();
  const axis = useAxis();
  const name = section ? plain(section.title) : title;
  const step = section?.number === undefined ? '' : `${strings.step} ${section.number}`;
  const number = note ?? say(strings.pageOf, { page, pages });
  const style = { color: colors.muted };
  // A long name is cut: it stands whole on the section's first page.
  const oneLine = { ...style, flex: 1, maxLines: 1, textOverflow: 'ellipsis' } as const;
  const whole = step === '' ? name : `${step}  ${name}`;
  return (
    <Decoration as="Footer" style={{ position: 'absolute', left: paper.left, right: paper.right, bottom: frame.foot, flexDirection: 'row', columnGap: axis > 0 ? 0 : space.m }}>
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
    </Decoration>
  );
};
