/** The schema of the files with the texts that the program itself prints. */
import { customIssue } from '../yaml/custom-issue.ts';
import * as z from 'zod';
import type { Strings } from './strings.ts';

const braced = (names: readonly string[]): string => names.map((name) => `{{${name}}}`).join(' and ');

/** A text, with placeholders written as {{name}}. */
export const words = (...values: string[]) =>
  z
    .string()
    .trim()
    .min(1, 'expected some text, found none')
    .max(900)
    .superRefine((text, ctx) => {
      const written = [...text.matchAll(/\{\{(.*?)\}\}/g)].map((match) => match[1] ?? '');
      const missing = values.filter((value) => !written.includes(value));
      const unknown = written.filter((value) => !values.includes(value));
      const expected = values.length > 0 ? `expected ${braced(values)} in the text` : 'expected words without {{ }}';
      if (missing.length === 0 && unknown.length === 0) return;
      const found = unknown.length > 0 ? braced(unknown) : `no ${braced(missing)}`;
      const hint = values.length > 0 ? `write ${braced(values)} where the value belongs` : 'write the words out';
      ctx.addIssue(customIssue(`${expected}, found ${found}`, { code: 'placeholder', hint }));
    });

/** A file with all texts; the compiler checks that its keys are those of the type `Strings`. */
export const stringsFile = z.strictObject({
  contents: words(),
  step: words(),
  stepOf: words('number', 'steps'),
  pageOf: words('page', 'pages'),
  minutes: words('minutes'),
  hours: words('hours'),
  sittings: words('time', 'sittings'),
  alone: words(),
  together: words(),
  ifBothCanSayNo: words(),
  either: words(),
  inThisStep: words(),
  forBrokeTrust: words(),
  forWasHurt: words(),
  note: words(),
  example: words(),
  pause: words(),
  safety: words(),
  somethingElse: words(),
  row: words(),
  name: words(),
  date: words(),
  signature: words(),
  seePage: words('page'),
  tick: words(),
  draft: words(),
  card: words(),
  preparedFor: words(),
  ownWords: words(),
  outOf: words('number', 'most'),
  notesPage: words(),
  ownSheet: words(),
  leftEmpty: words(),
  checkedOn: words('date'),
  findHelp: words(),
  partNote: words(),
  session: words('date'),
  nextAppointment: words('date'),
  packetNote: words(),
  chosenPages: words(),
  someSteps: words('steps'),
  safetyLine: words(),
  notesFor: words('page'),
  notesForSome: words('from', 'to'),
  guidePage: words('page'),
  counselorEdition: words(),
  notesEdition: words(),
  notForClients: words(),
  copyBrokeTrust: words(),
  copyWasHurt: words(),
  counselorNotes: words(),
  goal: words(),
  lookFor: words(),
  cautions: words(),
  debrief: words(),
  discreetTitle: words(),
  discreetPart: words('number'),
  ticked: words(),
  continuedOn: words('page'),
  continuedAnswers: words(),
  continuedFrom: words('page'),
  listContinued: words('prompt'),
} satisfies Record<keyof Strings, z.ZodType<string>>);

/** A workbook's own file, which may replace only some of the texts. */
export const someStrings = stringsFile.partial();
