/** What can be watched: a file that is written again and again. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';

/** Why a build is not to be watched; nothing where it may be. */
export const checkWatch = ({ watch, out }: { watch?: boolean; out?: string }): Diagnostic[] =>
  watch && out === '-'
    ? [error('refused-combination', 'expected a file to write with --watch, found stdout', undefined, 'name a file or a folder with --out, or leave it out')]
    : [];
