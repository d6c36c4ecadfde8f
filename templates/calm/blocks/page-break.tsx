import { Box } from 'mendbook/kit';

/** Nothing to see: what follows begins a page. */
export const PageBreak = () => <Box />;
