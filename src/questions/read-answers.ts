/** Reads a filled copy as questions with their answers, whatever program it was filled in with. */
import { type FilledField, type FilledText, readFields } from '../answers/fields.ts';
import { cutEmoji } from '../answers/damaged-emoji.ts';
import { brokenPdf, openPdf, type OpenedPdf } from '../answers/open-filled.ts';
import { readFlatAnswers, readQuestions, readRecord } from '../answers/read-record.ts';
import { tooLargePdf } from '../answers/refusals.ts';
import { TooLarge } from '../answers/limits.ts';
import { twoCopies } from '../answers/two-copies.ts';
import { type NamedField, shownField } from '../answers/shown-field.ts';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import { counted } from '../diagnostics/counted.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error, warning } from '../diagnostics/make.ts';
import { captureConsole } from '../system/capture-console.ts';
import { LATEST_FORM } from '../record/copy-record.ts';
import type { RecordedQuestion } from '../record/question-map.ts';
import { answered, type Values } from './answer-of.ts';
import type { FilledCopy } from './answered.ts';
import { savedOn } from './saved-on.ts';
import { titleOf } from './title-of.ts';
import { type FoundField, questionsWithoutMap } from './without-map.ts';

/** Gives the questions of a workbook for the fields of a copy that does not say what it asks. */
export type QuestionsOfWorkbook = (fields: readonly FoundField[], language: string) => readonly RecordedQuestion[];

/** What a copy was read from: its questions with their fields, and the values of those. */
export interface ReadFieldValues {
  questions: readonly RecordedQuestion[];
  values: Values;
  /** Whether all that was put into it is among the values: no hidden or drawn answers, no notes or drawings of other programs. */
  isWhole: boolean;
}

/** A filled copy as it was read. */
export interface ReadCopy {
  copy?: FilledCopy;
  /** The day on which it was last saved, as an ISO date, where it says so. */
  saved?: string;
  /** Given with the copy. */
  fields?: ReadFieldValues;
  diagnostics: Diagnostic[];
}

/**
 * Reads a filled copy.
 *
 * @param file its name, for the diagnostics
 * @param workbook for copies that do not say what they ask
 * @param password tried where it does not open without one
 */
export const readAnswers = async (bytes: Uint8Array, file: string, workbook?: QuestionsOfWorkbook, password?: string): Promise<ReadCopy> => {
  const { opened, diagnostics } = await openPdf(bytes, file, password);
  if (!opened) return { diagnostics };
  try {
    const { result } = await captureConsole(() => read(opened, file, workbook));
    return { ...result, diagnostics: [...diagnostics, ...result.diagnostics] };
  } catch (thrown) {
    return { diagnostics: [thrown instanceof TooLarge ? tooLargePdf(file, thrown) : brokenPdf(file, thrown)] };
  }
};

const read = (opened: OpenedPdf, file: string, workbook: QuestionsOfWorkbook | undefined): ReadCopy => {
  const { objects, language } = opened;
  const [record, flat] = [readRecord(opened), readFlatAnswers(opened)];
  const { fields, hidden } = readFields(opened);
  const values =
    fields.length > 0 ? valuesOf(fields) : new Map(Object.entries(flat ?? {}).map(([name, value]) => [name, value === true ? value : normalised(value)]));
  if (fields.length === 0 && hidden.length === 0 && !flat) {
    const hint = record?.options.flat
      ? 'it is a print-only copy: what was written on paper cannot be read'
      : 'fields that another program has made part of the pages cannot be read: give the copy from before that';
    return { diagnostics: [error('no-fields', `expected a PDF with fields, found one without: ${file}`, undefined, hint)] };
  }
  const mixed = twoCopies(opened, fields, file);
  if (mixed) return { diagnostics: [mixed] };
  const questions = readQuestions(opened) ?? workbook?.(fields, language) ?? questionsWithoutMap(fields);
  const copy: FilledCopy = {
    title: titleOf(objects),
    language,
    ...(record ? { record } : {}),
    questions: questions.filter(({ counselor }) => !counselor).map((question) => answered(question, values)),
  };
  const isWhole = hidden.length === 0 && !hasNotes(opened) && fields.every((field) => !field.unclear && !(field.kind === 'text' && field.drawn));
  const saved = savedOn(objects);
  return {
    copy,
    ...(saved === undefined ? {} : { saved }),
    fields: { questions, values, isWhole },
    diagnostics: [...warningsOf(fields, questions, values, file), ...hiddenAnswers(hidden, file), ...newerThan(record?.form, file)],
  };
};

/** What pages have besides notes and drawings that other programs added. */
const OWN = new Set(['Widget', 'Link', 'Popup']);

const hasNotes = ({ objects, pages }: OpenedPdf): boolean =>
  pages.some(({ dict }) => objects.list(dict, 'Annots').some((entry) => !OWN.has(objects.name(objects.asDict(entry) ?? dict, 'Subtype') ?? 'Widget')));

/** Control characters besides tabs and line feeds: nobody types them, and nobody sees them. */
// oxlint-disable-next-line no-control-regex -- these are what it finds
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029]/g;

/** A text as it is kept: composed letters, plain spaces, no control characters, no empty lines at its ends. */
const normalised = (text: string): string =>
  text
    .replaceAll(CONTROLS, '')
    .normalize('NFC')
    .replaceAll(/[\u00A0\u202F]/g, ' ')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();

const valuesOf = (fields: readonly FilledField[]): Values =>
  new Map(
    fields.flatMap((field): [string, string | true][] => {
      if (field.kind === 'check') return field.on ? [[field.name, true]] : [];
      const value = normalised(field.value);
      return value === '' ? [] : [[field.name, value]];
    }),
  );

/** Kinds of questions that ask for one tick; a comparison asks for two of them. */
const ONE_TICK = new Set(['scale', 'choice', 'compare']);

/** What a person should look at in the copy itself: each kind of trouble once, with the words of the fields. */
const warningsOf = (fields: readonly FilledField[], questions: readonly RecordedQuestion[], values: Values, file: string): Diagnostic[] => {
  const texts = fields.filter((field): field is FilledText => field.kind === 'text');
  const ticked = questions.filter(({ id, kind, fields: own }) => {
    const ticks = own.flatMap(([suffix, what]) => (what === 'check' && values.has(id + suffix) ? [suffix] : []));
    // A comparison asks for one tick on each of its two sides.
    const sides = kind === 'compare' ? new Set(ticks.map((suffix) => suffix.replace(/\d+$/, ''))).size : 1;
    return ONE_TICK.has(kind) && ticks.length > sides;
  });
  const told = (code: DiagnosticCode, names: readonly string[], message: (count: number) => string, hint: string): Diagnostic[] =>
    names.length === 0 ? [] : [warning(code, `${message(names.length)}: ${file}`, undefined, listed(names), hint)];
  return [
    ...told(
      'two-ticks',
      ticked.map(({ id, question }) => shownField({ name: id, label: question })),
      (count) => `expected one tick for a question, found ${counted(count, 'question')} with more`,
      'all that is ticked is given; which is meant, the page may tell',
    ),
    ...told(
      'answer-unclear',
      texts.filter(({ unclear, drawn }) => unclear || drawn).map(shownField),
      (count) => `expected one answer in each field, found ${count} where the value and what is drawn differ`,
      'look at the pages: what they show may be older, or cut',
    ),
    ...told(
      'answer-long',
      texts.filter(({ value, most }) => most !== undefined && [...value].length > most).map(shownField),
      (count) => `expected answers that fit their fields, found ${counted(count, 'longer one')}`,
      'all of it is read; on the page it may be cut',
    ),
    ...told(
      'damaged-emoji',
      texts.filter(({ value }) => cutEmoji(value).length > 0).map(shownField),
      (count) => `expected whole emoji, found damaged ones in ${counted(count, 'answer')}`,
      'the program that saved the answers damages such signs',
    ),
  ];
};

/** The most names that a warning lists. */
const MOST_NAMES = 8;

const listed = (names: readonly string[]): string =>
  `${names.slice(0, MOST_NAMES).join('; ')}${names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : ''}`;

const hiddenAnswers = (hidden: readonly NamedField[], file: string): Diagnostic[] =>
  hidden.length === 0
    ? []
    : [
        warning(
          'answer-hidden',
          `expected answers that a page shows, found ${counted(hidden.length, 'hidden one')}: ${file}`,
          undefined,
          listed(hidden.map(shownField)),
          'another program has hidden the fields, or removed their pages: they are not read',
        ),
      ];

const newerThan = (form: number | undefined, file: string): Diagnostic[] =>
  form !== undefined && form > LATEST_FORM
    ? [warning('newer-copy', `expected a copy of this version, found a later one: ${file}`, undefined, 'a newer mendbook may read more of it')]
    : [];
