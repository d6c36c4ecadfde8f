import {
  Box,
  Circle,
  Decoration,
  Prose,
  Svg,
  Words,
  useTheme,
  type ComparedAnswer,
  type ComparedProps,
  type ComparedRating,
  type Marks,
  type ReactNode,
  type Written,
} from 'mendbook/kit';
import { Beside, Main, useMainWidth, useStacked } from './parts/columns.tsx';
import { useGround } from './parts/ground.ts';
import { Head } from './parts/head.tsx';

/** Filled copies compared: ratings as marks on scales, one below the other in time, then the answers that differ. */
export const Compared = ({ title, purpose, notes, copies, ratings, changes, end }: ComparedProps) => {
  const { colors, space, column } = useTheme();
  return (
    <>
      <Box flow={{ breakBefore: true, keepWithNext: true }} style={{ marginBottom: space.xs }}>
        <Head margin={null}>
          <Words type="title" role="H1" style={{ color: colors.title }}>
            {title}
          </Words>
          <Words type="lead" style={{ marginTop: space.xs, maxWidth: column.measure }}>
            {purpose}
          </Words>
        </Head>
      </Box>
      {notes.map((note) => (
        <Main key={note} style={{ marginTop: space.s, maxWidth: column.measure }}>
          <Words>{note}</Words>
        </Main>
      ))}
      <Copies {...copies} />
      {ratings ? (
        <>
          <Group title={ratings.title} />
          {ratings.rows.map((row, index) => (
            <Rated key={index} {...row} heads={ratings} isFirstOfPart={isFirstOfPart(ratings.rows, index)} />
          ))}
        </>
      ) : null}
      {changes.map((group) => (
        <Changed key={group.title} {...group} />
      ))}
      {end ? (
        <Main style={{ marginTop: space.xl }}>
          <Words style={{ color: colors.muted }}>{end}</Words>
        </Main>
      ) : null}
    </>
  );
};

const partWords = ({ part }: { part: Written }): string => part.words.map(({ text }) => text).join('');

/** Whether a question is the first of several that stand in one part, which is then named over it. */
const isFirstOfPart = (all: readonly { part: Written }[], index: number): boolean => {
  const [own, before] = [all[index], all[index - 1]];
  return own !== undefined && partWords(own) !== '' && (before === undefined || partWords(own) !== partWords(before));
};

/** The heading of what is alike: ratings, or the answers that have changed. */
const Group = ({ title }: { title: string }) => {
  const { space } = useTheme();
  return (
    <Main flow={{ keepWithNext: true }} bookmark={{ title, level: 1 }} style={{ marginTop: space.xl }}>
      <Words type="section" role="H2">
        {title}
      </Words>
    </Main>
  );
};

/** Which copies these are, each with its number. */
const Copies = ({ title, list, note }: ComparedProps['copies']) => {
  const { colors, space, type, list: look } = useTheme();
  return (
    <>
      <Group title={title} />
      <Main role="L" numbered flow={{ split: true }} style={{ marginTop: space.s }}>
        {list.map(({ number, name, about }) => (
          <Box key={number} role="LI" style={{ flexDirection: 'row', marginBottom: space.xs }}>
            <Box role="Lbl" style={{ width: look.marker + space.xs }}>
              <Words role="Span">{`${number}`}</Words>
            </Box>
            <Box role="LBody" style={{ flex: 1, flexDirection: 'row', columnGap: space.m }}>
              <Box style={{ flex: 1 }}>
                <Words role="Span">
                  <Prose of={name} />
                </Words>
              </Box>
              <Box style={{ flex: 1, marginTop: (type.body.leading - type.hint.leading) / 2 }}>
                {about.map((words) => (
                  <Words key={words} type="hint" role="Span" style={{ color: colors.muted }}>
                    {words}
                  </Words>
                ))}
              </Box>
            </Box>
          </Box>
        ))}
      </Main>
      {note ? (
        <Main>
          <Words type="hint" style={{ color: colors.muted }}>
            {note}
          </Words>
        </Main>
      ) : null}
    </>
  );
};

const languageOf = ({ language }: Pick<Written, 'language'>): Pick<Marks, 'language'> => (language === undefined ? {} : { language });

interface QuestionProps {
  part: Written;
  question: Written;
  isFirstOfPart: boolean;
  children?: ReactNode;
}

/** A question, the first of a part under the name of that part. */
const Question = ({ part, question, isFirstOfPart: isFirst, children }: QuestionProps) => {
  const { space, colors, column } = useTheme();
  return (
    <>
      {isFirst ? (
        <Main flow={{ keepWithNext: true }} style={{ marginTop: space.m }}>
          <Words type="label" role="H3" style={{ color: colors.accent }} {...languageOf(part)}>
            <Prose of={part.words} />
          </Words>
        </Main>
      ) : null}
      <Main flow={{ keepWithNext: true }} style={{ marginTop: isFirst ? space.xs : space.m, maxWidth: column.measure }}>
        <Words type="prompt" role={partWords({ part }) === '' ? 'H3' : 'H4'} {...languageOf(question)}>
          <Prose of={question.words} />
        </Words>
        {children}
      </Main>
    </>
  );
};

/** The words for a copy take so much of the page where there is no margin column, as a share of the main one. */
const LABEL_SHARE = 0.34;
/** A rating in so many copies stands on one page; the table of more may be broken. */
const MOST_WHOLE = 6;
/** A number in a ring needs so many times the size of its letters. */
const RING = 2;
/** The line of a ring, in points: in one that is thicker there is no room for two digits. */
const RING_LINE = 1;

/** A rating in each copy: rows of a table, each a scale with its mark and the number in it. */
const Rated = ({
  heads,
  isFirstOfPart: isFirst,
  marks,
  ends,
  from,
  to,
  ...asked
}: ComparedRating & { heads: { copy: string; rating: string }; isFirstOfPart: boolean }) => {
  const { space, column, ruling, colors } = useTheme();
  const stacked = useStacked();
  const main = useMainWidth();
  const aside = stacked ? LABEL_SHARE * main : column.margin;
  const gap = stacked ? space.s : column.gap;
  const width = stacked ? main - aside - gap : main;
  const ground = useGround();
  return (
    <>
      <Question {...asked} isFirstOfPart={isFirst} />
      <Box role="Table" flow={{ split: marks.length > MOST_WHOLE }} style={{ marginTop: space.xs }}>
        <Box role="TR" flow={{ repeat: true }} style={{ flexDirection: 'row', alignItems: 'flex-end', ...ground }}>
          <Box role="TH" scope="Column" style={{ width: aside, marginRight: gap }}>
            <Words type="label" role="Span" style={{ marginVertical: space.xs, marginLeft: space.xs }}>
              {heads.copy}
            </Words>
          </Box>
          <Box
            role="TH"
            scope="Column"
            style={{ width, flexDirection: 'row', justifyContent: 'space-between', columnGap: space.s, paddingVertical: space.xs, paddingRight: space.xs }}
          >
            {ends.map(({ words, ...written }, index) => (
              <Words key={index} type="hint" role="Span" style={{ flex: 1, ...(index === 1 ? { textAlign: 'right' } : {}) }} {...languageOf(written)}>
                {`${index === 0 ? from : to} `}
                <Prose of={words} />
              </Words>
            ))}
          </Box>
        </Box>
        {marks.map(({ label, rating, words }) => (
          <Box key={label} role="TR" style={{ flexDirection: 'row', alignItems: 'center', borderBottom: `${ruling.table} solid ${colors.rule}` }}>
            <Box role="TH" scope="Row" style={{ width: aside, marginRight: gap }}>
              <Words type="hint" role="Span" style={{ marginVertical: space.xs, marginLeft: space.xs }}>
                {label}
              </Words>
            </Box>
            <Box role="TD" style={{ width }}>
              {rating === undefined ? (
                <Words type="hint" role="Span" style={{ color: colors.muted, marginVertical: space.xs }}>
                  <Prose of={words ?? []} />
                </Words>
              ) : (
                <Mark rating={rating} from={from} to={to} width={width - space.xs} />
              )}
            </Box>
          </Box>
        ))}
      </Box>
    </>
  );
};

/** A scale, with a ring at one of its numbers and that number in it. */
const Mark = ({ rating, from, to, width }: { rating: number; from: number; to: number; width: number }) => {
  const { type, space, ruling, colors, fonts } = useTheme();
  const side = RING * type.hint.size;
  const height = side + space.xs;
  const middle = height / 2;
  const placeOf = (number: number): number => (to === from ? 0 : ((number - from) / (to - from)) * (width - side)) + side / 2;
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const metrics = fonts.metrics[type.hint.font];
  // The middle of the digits stands in the middle of the ring.
  const top = middle - type.hint.size * (metrics.ascent - metrics.capitals / 2);
  return (
    <Box style={{ width, height }}>
      <Decoration
        style={{ position: 'absolute', left: side / 2, right: side / 2, top: middle - ruling.frame / 2, height: ruling.frame, backgroundColor: colors.rule }}
      />
      {numbers.map((number) => (
        <Decoration
          key={number}
          style={{
            position: 'absolute',
            left: placeOf(number) - ruling.frame / 2,
            top: middle - space.xs / 2,
            width: ruling.frame,
            height: space.xs,
            backgroundColor: colors.edge,
          }}
        />
      ))}
      <Decoration style={{ position: 'absolute', left: placeOf(rating) - side / 2, top: middle - side / 2 }}>
        <Svg width={side} height={side} viewBox={`0 0 ${side} ${side}`}>
          <Circle cx={side / 2} cy={side / 2} r={(side - RING_LINE) / 2} fill={colors.paper} stroke={colors.mark} strokeWidth={RING_LINE} />
        </Svg>
      </Decoration>
      <Words
        type="hint"
        role="Span"
        style={{ position: 'absolute', left: placeOf(rating) - side, right: width - placeOf(rating) - side, top, textAlign: 'center' }}
      >
        {`${rating}`}
      </Words>
    </Box>
  );
};

/** Answers that differ, of one kind. */
const Changed = ({ title, answers }: ComparedProps['changes'][number]) => (
  <>
    <Group title={title} />
    {answers.map((answer, index) => (
      <Differing key={index} {...answer} isFirstOfPart={isFirstOfPart(answers, index)} />
    ))}
  </>
);

/** A question with what stands in the one copy and in the other. */
const Differing = ({ answers, note, ...asked }: ComparedAnswer & { isFirstOfPart: boolean }) => {
  const { colors } = useTheme();
  const isShort = useShort()(answers);
  return (
    <>
      <Question {...asked}>
        {note ? (
          <Words type="hint" style={{ color: colors.muted }}>
            <Prose of={note} />
          </Words>
        ) : null}
      </Question>
      {answers.map((answer, index) => (
        <Answer key={answer.label} {...answer} keptWhole={isShort} isLast={index === answers.length - 1} />
      ))}
    </>
  );
};

/** The share of a page that answers to one question may take and stay on one page with it: a chain that no page has room for could not be set. */
const SHORT = 0.4;
/** The width of a letter, as a share of its size: wide, so that answers are never taken for shorter than they are. */
const LETTER = 0.65;

/** Tells whether the answers to a question are short enough to stand on one page with it. */
const useShort = (): ((answers: ComparedAnswer['answers']) => boolean) => {
  const { type, paper, column, space } = useTheme();
  const inLine = Math.max(1, Math.floor(Math.min(column.measure, useMainWidth()) / (LETTER * type.body.size)));
  const label = useStacked() ? type.hint.leading + space.xs : 0;
  const most = SHORT * (paper.height - paper.top - paper.bottom);
  const lengthOf = (words: ComparedAnswer['answers'][number]['paragraphs'][number]): number => words.reduce((sum, { text }) => sum + text.length, 0);
  return (answers) => {
    const paragraphs = answers.flatMap((answer) => answer.paragraphs);
    const height = paragraphs.reduce((sum, words) => sum + (Math.ceil(lengthOf(words) / inLine) + 1) * type.body.leading, answers.length * label);
    return height <= most;
  };
};

/** The number of a copy and its day, level with the first line of its answer. */
const CopyWords = ({ children }: { children: string }) => {
  const { type, colors } = useTheme();
  return (
    <Words type="hint" style={{ color: colors.muted, marginTop: useStacked() ? 0 : (type.body.leading - type.hint.leading) / 2 }}>
      {children}
    </Words>
  );
};

/** An answer beside the copy that it stands in; each paragraph is a unit of its own. */
const Answer = ({ label, paragraphs, keptWhole, isLast, ...written }: ComparedAnswer['answers'][number] & { keptWhole: boolean; isLast: boolean }) => {
  const { space, column } = useTheme();
  return paragraphs.map((words, index) => {
    const flow = { keepWithNext: keptWhole && !(isLast && index === paragraphs.length - 1) };
    const paragraph = (
      <Words style={{ maxWidth: column.measure }} {...languageOf(written)}>
        <Prose of={words} />
      </Words>
    );
    return index === 0 ? (
      <Beside key={index} role="Div" flow={flow} style={{ marginTop: space.xs }} margin={<CopyWords>{label}</CopyWords>}>
        {paragraph}
      </Beside>
    ) : (
      <Main key={index} flow={flow} style={{ marginTop: space.xs / 2 }}>
        {paragraph}
      </Main>
    );
  });
};
