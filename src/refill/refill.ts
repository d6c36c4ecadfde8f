/** Fills the answers of an earlier copy, and words given beforehand, into a finished copy. */
import { openPdf } from '../answers/open-filled.ts';
import { readQuestions } from '../answers/read-record.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { counted } from '../diagnostics/counted.ts';
import { warning } from '../diagnostics/make.ts';
import type { FlattenWords } from '../flatten/draw-answers.ts';
import { captureConsole } from '../system/capture-console.ts';
import { fillFields } from './fill-fields.ts';
import type { LostAnswer, OldAnswers, PlacedAnswers } from './old-answers.ts';
import { placeAnswers } from './place-answers.ts';
import { placeFields } from './place-fields.ts';
import { writeFilled } from './write-filled.ts';

export interface RefillRequest {
  answers?: OldAnswers | undefined;
  /** The file that the answers come from, for the diagnostics. */
  from?: string;
  /** Words by the names of fields, or `true` for boxes; what was answered goes before them. */
  fill?: ReadonlyMap<string, string | true>;
  /** What is printed where an answer goes on, in the language of the copy. */
  words: FlattenWords;
  /** Whether the file may be replaced as long as nothing else was saved into it. */
  isReplaceable?: boolean;
}

export interface Refilled {
  bytes: Buffer;
  pages: number;
  /** Whether every answer found its place. */
  isComplete: boolean;
  diagnostics: Diagnostic[];
}

/**
 * Fills in a copy that this program has just made.
 *
 * @param bytes of the copy, whose fields are empty
 * @throws Error when it has no fields
 */
export const refill = async (bytes: Uint8Array, { answers, from = '', fill, words, isReplaceable = false }: RefillRequest): Promise<Refilled> => {
  const { opened, diagnostics } = await openPdf(bytes, 'the new copy');
  if (!opened) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const { values, lost } = place(answers, readQuestions(opened) ?? []);
  const given = new Map([...(fill ?? []), ...values]);
  const { result } = await captureConsole(() => fillFields(opened, given, words));
  return {
    bytes: writeFilled(opened, isReplaceable),
    pages: result.pages,
    isComplete: lost.length === 0,
    diagnostics: [...lostAnswers(lost, from), ...continuedAnswers(result.continued), ...unshown(result.unshown)],
  };
};

const place = (answers: OldAnswers | undefined, now: Parameters<typeof placeFields>[2]): PlacedAnswers => {
  if (!answers) return { values: new Map(), lost: [] };
  return answers.from === 'copy' ? placeFields(answers.questions, answers.values, now) : placeAnswers(answers.questions, now);
};

/** The most entries of a list in a message. */
const MOST_LISTED = 12;

const listed = (items: readonly string[]): string =>
  `${items.slice(0, MOST_LISTED).join('; ')}${items.length > MOST_LISTED ? `; and ${items.length - MOST_LISTED} more` : ''}`;

/** The questions whose answers have no place: their words as printed, never what was written. */
const lostAnswers = (lost: readonly LostAnswer[], from: string): Diagnostic[] => {
  if (lost.length === 0) return [];
  const questions = [...new Set(lost.map(({ part, question, words }) => [part, question, words].filter(Boolean).join(' – ')))];
  return [
    warning(
      'answer-without-place',
      `expected a place for each answer, found none for ${counted(lost.length, 'answer')}${from === '' ? '' : `: ${from}`}`,
      undefined,
      listed(questions),
      'these questions, or their words, are not in the new copy: what was answered stays in the file that it came from; keep that file',
    ),
  ];
};

const continuedAnswers = (names: readonly string[]): Diagnostic[] =>
  names.length === 0
    ? []
    : [
        warning(
          'answer-continued',
          `expected answers that fit into their boxes, found ${counted(names.length, 'longer one')}`,
          undefined,
          listed(names),
          'nothing is lost: each goes on at the end of the new copy, and its field holds all of it',
        ),
      ];

const unshown = (characters: readonly string[]): Diagnostic[] =>
  characters.length === 0
    ? []
    : [
        warning(
          'missing-glyph',
          `expected characters that the packaged fonts have, found ${characters.join(' ')} in answers`,
          undefined,
          'a box stands for each of them on the page; the field holds them as they were written',
        ),
      ];
