import { Decoration, Words, plain, say, useStrings, useTheme, type FrameProps } from 'mendbook/kit';
import { useAxis } from './parts/columns.tsx';

/** At the foot of every page, at the same place: the step's name, and the page's number. */
export const PageFrame = ({ section, title, page, pages, note }: FrameProps) => {
  const { paper, frame, colors } = useTheme();
  const strings = useStrings();
  const axis = useAxis();
  const name = section ? plain(section.title) : title;
  const step = section?.number === undefined ? '' : `${strings.step} ${section.number}`;
  const style = { color: colors.muted };
  return (
    <Decoration as="Footer" style={{ position: 'absolute', left: paper.inner, right: paper.outer, bottom: frame.foot, flexDirection: 'row' }}>
      {axis > 0 ? (
        <Words type="furniture" style={{ ...style, width: axis }}>
          {step}
        </Words>
      ) : null}
      <Words type="furniture" style={{ ...style, flex: 1 }}>
        {axis > 0 || step === '' ? name : `${step}  ${name}`}
      </Words>
      <Words type="furniture" style={style}>
        {note ?? say(strings.pageOf, { page, pages })}
      </Words>
    </Decoration>
  );
};
