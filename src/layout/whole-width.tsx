/** Sets what needs the whole width of a page, and what follows it, without the margin column: the left edge changes at most once on a page. */
import { useContext, useMemo, type ReactNode } from 'react';
import type { LeafBlock } from '../content/blocks/index.ts';
import { SettingContext } from '../kit/context.ts';

/** What has fields side by side, or is cut out. */
const WIDE: ReadonlySet<string> = new Set<LeafBlock['kind']>(['columns', 'table', 'log', 'plan', 'boundary']);

/** Whether a block needs the whole width: one with fields side by side, cards, or space that takes what is left of its page. */
export const isWide = (block: LeafBlock): boolean => WIDE.has(block.kind) || (block.kind === 'space' && block.fill);

/** Gives what is in it a theme without a margin column. */
export const WholeWidth = ({ children }: { children: ReactNode }) => {
  const setting = useContext(SettingContext);
  const whole = useMemo(() => setting && { ...setting, theme: { ...setting.theme, column: { ...setting.theme.column, margin: 0 } } }, [setting]);
  return <SettingContext.Provider value={whole}>{children}</SettingContext.Provider>;
};
