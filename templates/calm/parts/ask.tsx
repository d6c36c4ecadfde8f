/** What stands before a space to fill in: the prompt, and a quiet hint under it. */
import { Prose, Words, useTheme, type ProseSpans, type Role } from 'mendbook/kit';
import { Main } from './columns.tsx';
import { placeOf } from './place.ts';

interface AskProps {
  prompt: ProseSpans;
  hint?: ProseSpans | undefined;
  /** `Lbl` beside a field; `P` before a list or a table. */
  role?: Role;
}

/** The prompt, and its hint. */
export const Ask = ({ prompt, hint, role = 'Lbl' }: AskProps) => (
  <>
    <Words type="prompt" role={role}>
      <Prose of={prompt} />
    </Words>
    {hint ? <Hint of={hint} role={role === 'Lbl' ? 'Span' : 'P'} /> : null}
  </>
);

/** A quiet line: an example, or how to begin. */
export const Hint = ({ of, role = 'P' }: { of: ProseSpans; role?: Role }) => {
  const { colors } = useTheme();
  return (
    <Words type="hint" role={role} style={{ color: colors.muted }}>
      <Prose of={of} />
    </Words>
  );
};

/** A prompt that what follows is not parted from: a table, cards, a long list. Words keep to the main column, whatever follows. */
export const AskUnit = ({ prompt, hint, name, leaves = false }: Omit<AskProps, 'role'> & { name: string; leaves?: boolean }) => {
  const { space, column } = useTheme();
  return (
    <Main role="Div" {...placeOf(name)} flow={{ keepWithNext: true, leaves }} style={{ marginTop: space.m, maxWidth: column.measure }}>
      <Ask prompt={prompt} hint={hint} role="P" />
    </Main>
  );
};
