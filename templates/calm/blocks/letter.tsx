import { Box, TextField, Words, plain, useStrings, useTheme, type BlockProps } from 'mendbook/kit';
import { Ask, AskUnit } from '../parts/ask.tsx';
import { Beside, MarginWords, useDrop } from '../parts/columns.tsx';
import { TickList } from '../parts/tick-list.tsx';

/** A letter in the making: its parts, one by one; a list to check it with; a clean page to copy it on. */
export const Letter = ({ block, name }: BlockProps<'letter'>) => {
  const { space, ruling } = useTheme();
  // By itself the list to check with would be all that is on its page.
  const keptWithCheck = block.check ? block.parts.length - 1 : undefined;
  return (
    <>
      <AskUnit prompt={block.letter} hint={block.hint} name={name} />
      {block.parts.map((part, index) => (
        <Beside
          key={index}
          role="P"
          flow={{ keepWithNext: index === keptWithCheck }}
          style={{ marginTop: index > 0 ? space.m : space.s }}
          margin={<MarginWords role="Span">{`${index + 1}`}</MarginWords>}
        >
          <Ask prompt={part.prompt} hint={part.hint} />
          <TextField name={`${name}_${index + 1}`} label={`${plain(part.prompt)} – ${plain(block.letter)}`} lines={part.lines} grow={ruling.grow} />
        </Beside>
      ))}
      {block.check ? <TickList name={`${name}_check`} prompt={block.check.title} items={block.check.items} other={false} /> : null}
      {block.copy ? <Copy copy={block.copy} name={name} /> : null}
    </>
  );
};

/** The share of the width that the date takes, and the name at the foot. */
const DATE = '45%';
const NAME = '50%';
/** The fewest lines of a letter; it is ruled to the foot of its page. */
const LINES = 12;

/** The clean copy: a page to give away, so that nothing on it tells of an exercise. */
const Copy = ({ copy, name }: { copy: NonNullable<BlockProps<'letter'>['block']['copy']>; name: string }) => {
  const { space } = useTheme();
  const strings = useStrings();
  const row = { flexDirection: 'row', columnGap: space.xs } as const;
  const onLine = { marginTop: useDrop() };
  return (
    <Box role="Sect" flow={{ breakBefore: true, breakAfter: true, bare: true, leaves: true }} bookmark={{ title: copy.title, level: 3 }}>
      <Box role="P" style={{ ...row, alignSelf: 'flex-end', width: DATE }}>
        <Words role="Lbl" style={onLine}>
          {strings.date}
        </Words>
        <TextField name={`${name}_date`} label={`${strings.date} – ${copy.title}`} expects="date" spellcheck={false} style={{ flex: 1 }} />
      </Box>
      <Box role="P" style={{ ...row, width: NAME, marginTop: space.xl }}>
        <Words role="Lbl" style={onLine}>
          {copy.salutation}
        </Words>
        <TextField name={`${name}_to`} label={`${copy.salutation} – ${copy.title}`} expects="few-words" spellcheck={false} style={{ flex: 1 }} />
      </Box>
      <Box role="P" style={{ marginTop: space.s }}>
        <TextField name={`${name}_copy`} label={copy.title} lines={LINES} grow={Infinity} ground="paper" />
      </Box>
      <Box role="P" style={{ ...row, alignSelf: 'flex-end', width: NAME, marginTop: space.l }}>
        {copy.closing ? (
          <Words role="Lbl" style={onLine}>
            {copy.closing}
          </Words>
        ) : null}
        <TextField name={`${name}_from`} label={`${copy.closing ?? strings.name} – ${copy.title}`} spellcheck={false} style={{ flex: 1 }} />
      </Box>
    </Box>
  );
};
