import type { BlockProps } from 'mendbook/kit';
import { TickList } from '../parts/tick-list.tsx';

/** A list of which any number of items may be ticked. */
export const Checklist = ({ block, name }: BlockProps<'checklist'>) => (
  <TickList name={name} prompt={block.checklist} hint={block.hint} items={block.items} other={block.other} />
);
