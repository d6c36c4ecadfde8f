import type { BlockProps } from 'mendbook/kit';
import { TickList } from '../parts/tick-list.tsx';

/** Options of which one is ticked. Check boxes, not radio buttons: some readers lose those on saving (pdf.md, decision 3). */
export const Choice = ({ block, name }: BlockProps<'choice'>) => (
  <TickList name={name} prompt={block.choice} hint={block.hint} items={block.options} other={block.other} />
);
