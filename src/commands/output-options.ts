/** Checks the options that say where the output of a build goes: some exclude each other. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';

const NAME_IT = 'name a file or a folder with --out, or leave it out';

/** Errors for options that exclude each other; empty when they go together. */
export const checkOutput = ({ watch, out, format }: { watch?: boolean; out?: string; format?: 'human' | 'json' }): Diagnostic[] => {
  const refuse = (message: string, hint: string): Diagnostic => error('refused-combination', message, undefined, hint);
  return [
    ...(watch && out === '-' ? [refuse('expected a file to write with --watch, found stdout', NAME_IT)] : []),
    ...(format === 'json' && out === '-' ? [refuse('expected a file to write with --format json, which has stdout to itself, found stdout', NAME_IT)] : []),
    ...(format === 'json' && watch ? [refuse('expected one build with --format json, found --watch', 'leave out one of the two')] : []),
  ];
};
