/** Sets what needs the whole width of a page, and what follows it, without the margin column: the left edge changes at most once on a page. */
import { useContext, useMemo, type ReactNode } from 'react';
import type { LeafBlock } from '../content/blocks/index.ts';
import { SettingContext } from '../kit/context.ts';
import type { Theme } from '../kit/theme.ts';

/** What has fields side by side, or is cut out. */
const WIDE: ReadonlySet<string> = new Set<LeafBlock['kind']>(['columns', 'table', 'log', 'plan', 'boundary']);

/** Whether a block needs the whole width: one with fields side by side, cards, or space that takes what is left of its page. */
export const isWide = (block: LeafBlock): boolean => WIDE.has(block.kind) || (block.kind === 'space' && block.fill);

/** Gives what is in it another theme. */
const Themed = ({ change, children }: { change: (theme: Theme) => Theme; children: ReactNode }) => {
  const setting = useContext(SettingContext);
  const themed = useMemo(() => setting && { ...setting, theme: change(setting.theme) }, [setting, change]);
  return <SettingContext.Provider value={themed}>{children}</SettingContext.Provider>;
};

const withoutMargin = (theme: Theme): Theme => ({ ...theme, column: { ...theme.column, margin: 0 } });

/** Gives what is in it a theme without a margin column. */
export const WholeWidth = ({ children }: { children: ReactNode }) => <Themed change={withoutMargin}>{children}</Themed>;

/** Its paragraphs stand so much closer. */
const CLOSER = 0.7;

/** What is looked up: small letters in lines as long as the page is wide, and little space between them. */
const small = (theme: Theme): Theme => {
  const { type, space, paper, column } = theme;
  return {
    ...theme,
    type: { ...type, body: type.entry, prompt: { ...type.label, leading: type.entry.leading } },
    space: { ...space, xs: space.xs / 2, s: space.s * CLOSER, m: space.s * CLOSER },
    column: { ...column, margin: 0, measure: paper.width - paper.inner - paper.outer },
  };
};

/** Gives what is in it the theme of what is looked up. */
export const FinePrint = ({ children }: { children: ReactNode }) => <Themed change={small}>{children}</Themed>;
