import { Box, Words, plain, say, useScale, useStrings, useTheme, type BlockProps } from 'mendbook/kit';
import { Ask } from '../parts/ask.tsx';
import { Beside, Main, MarginWords, useStacked } from '../parts/columns.tsx';
import { PageNumber } from '../parts/page-number.tsx';
import { Rating } from '../parts/rating.tsx';
import { placeOf } from '../parts/place.ts';

/** The ends of a scale that this edition leaves out. */
const USUAL = { from: 0, to: 10, labels: undefined };

/** A first rating, copied from its page, above today's on the same scale. */
export const Compare = ({ block, name }: BlockProps<'compare'>) => {
  const { space } = useTheme();
  const first = useScale(block.first);
  const { from, to, labels } = first ?? USUAL;
  const about = plain(block.compare);
  // In one column, the words above each rating part it from what stands before.
  const above = { before: space.xs, now: useStacked() ? space.s : space.xs };
  const rows = [
    { key: 'before' as const, words: block.before },
    { key: 'now' as const, words: block.now },
  ];
  return (
    <Box role="Div" {...placeOf(name)} style={{ marginTop: space.m }}>
      <Main role="Div">
        <Ask prompt={block.compare} hint={block.hint} role="P" />
        {first && block['see-page'] ? <SeePage place={block.first} /> : null}
      </Main>
      {rows.map(({ key, words }, index) => (
        <Beside key={key} role="Div" style={{ marginTop: above[key] }} margin={<MarginWords level="scale">{words}</MarginWords>}>
          <Rating
            name={`${name}_${key}`}
            about={`${words} – ${about}`}
            from={from}
            to={to}
            ends={index === rows.length - 1 ? labels : undefined}
            meaning={labels}
          />
        </Beside>
      ))}
    </Box>
  );
};

/** Where the first rating stands: a link with the number of its page. */
const SeePage = ({ place }: { place: string }) => {
  const phrase = useStrings().seePage;
  const [before = '', after = ''] = phrase.split('{{page}}');
  return (
    <Box role="P" link={{ to: `#${place}`, description: say(phrase, { page: '' }).trim() }} style={{ flexDirection: 'row' }}>
      <Words type="hint" role="Span">
        {before}
      </Words>
      <PageNumber of={place} type="hint" align="left" />
      <Words type="hint" role="Span">
        {after}
      </Words>
    </Box>
  );
};
