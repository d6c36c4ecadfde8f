/** Checks the options that say where the output of a build goes: some exclude each other. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import type { BuildOptions } from './build-options.ts';

const NAME_IT = 'name a file or a folder with --out, or leave it out';

type OutputOptions = Pick<BuildOptions, 'watch' | 'out' | 'format' | 'protect' | 'passwordFd' | 'answers' | 'keepAnswers'>;

/** Errors for options that exclude each other; empty when they go together. */
export const checkOutput = ({ watch, out, format, protect, passwordFd, answers, keepAnswers }: OutputOptions): Diagnostic[] => {
  const refuse = (message: string, hint: string): Diagnostic => error('refused-combination', message, undefined, hint);
  return [
    ...(watch && out === '-' ? [refuse('expected a file to write with --watch, found stdout', NAME_IT)] : []),
    ...(format === 'json' && out === '-' ? [refuse('expected a file to write with --format json, which has stdout to itself, found stdout', NAME_IT)] : []),
    ...(watch && (protect || passwordFd !== undefined)
      ? [refuse('expected a copy that is built once with --protect, found --watch', 'watch without it, and protect the last build')]
      : []),
    ...(keepAnswers && out === '-' ? [refuse('expected a file to replace with --keep-answers, found stdout', NAME_IT)] : []),
    ...(keepAnswers && answers !== undefined
      ? [refuse('expected answers from one file, found --answers and --keep-answers', 'leave out one of the two: they would mix the answers of two files')]
      : []),
    ...(watch && (keepAnswers || answers !== undefined)
      ? [
          refuse(
            'expected one build with answers, found --watch',
            'leave out --watch: a copy that is written again and again would lose what is typed meanwhile',
          ),
        ]
      : []),
    ...(format === 'json' && watch ? [refuse('expected one build with --format json, found --watch', 'leave out one of the two')] : []),
  ];
};
