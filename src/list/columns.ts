/** The columns that a list may have: the options of a copy by their names, what only a list says, variables of the workbook, and fields to fill in. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { ALL_OPTIONS, flagOf, OPTION_NAMES, type OptionName } from '../options/option-values.ts';
import type { Head } from './rows.ts';

/** The columns that are no option of `build`, each with what it says. */
export const LIST_COLUMNS = {
  id: 'A sign of the client that nobody is known by, such as 2026-017: it is kept in the file, and mendbook inspect shows it. As --id of mendbook build.',
  copies: 'The editions to make, one file each: client, counselor.',
  file: 'The file to write, from the folder of the output; in place of the name that is made from the pattern.',
  answers: 'What was answered in an earlier copy: the filled PDF, or what mendbook answers wrote as YAML or JSON; from the folder of the list.',
  password: 'What opens the file. With a password the file is encrypted.',
} as const;
export type ListColumn = keyof typeof LIST_COLUMNS;

/** What a column gives. */
export type Column = { option: OptionName } | { list: ListColumn } | { field: string } | { variable: string };

const FILL = 'fill.';
/** The form of a variable’s name, as in {{practice.name}}. */
const VARIABLE = /^[a-z]+(?:\.[a-z]+)*$/;
/** A column that is only for the one who keeps the list. */
const REMARK = /^#/;

/** The names of all columns but those of variables and fields. */
const KNOWN = [...ALL_OPTIONS.map(([name]) => flagOf(name)), ...Object.keys(LIST_COLUMNS)];

/**
 * What the columns of a list give, by their names; columns whose head begins with `#` give nothing.
 *
 * @param heads as they were read
 * @param variables the names of the workbook’s variables
 */
export const columnsOf = (heads: readonly Head[], variables: readonly string[]): { columns: Map<string, Column>; diagnostics: Diagnostic[] } => {
  const columns = new Map<string, Column>();
  const diagnostics: Diagnostic[] = [];
  const seen = new Map<string, Head>();
  for (const head of heads) {
    if (REMARK.test(head.written)) continue;
    const column = columnOf(head.name, variables);
    const twin = seen.get(head.name);
    if (twin && head.name !== '') {
      diagnostics.push(
        error('duplicate-column', `expected one column "${head.name}", found another`, head.at, 'keep one of the two, or begin the head of the other with #'),
      );
    } else if (column) columns.set(head.name, column);
    else diagnostics.push(unknownColumn(head, variables));
    seen.set(head.name, head);
  }
  return { columns, diagnostics };
};

const columnOf = (name: string, variables: readonly string[]): Column | undefined => {
  const option = OPTION_NAMES.get(name);
  if (option) return { option };
  if (Object.hasOwn(LIST_COLUMNS, name)) return { list: name as ListColumn };
  if (name.startsWith(FILL) && name.length > FILL.length) return { field: name.slice(FILL.length) };
  return VARIABLE.test(name) && variables.includes(name) ? { variable: name } : undefined;
};

const unknownColumn = ({ name, written, at }: Head, variables: readonly string[]): Diagnostic => {
  if (name === '')
    return error(
      'unknown-column',
      'expected the name of a column, found none above cells with text',
      at,
      'name the column, or begin its head with # to leave it out',
    );
  const near = nearest(name, [...KNOWN, ...variables]);
  return error(
    'unknown-column',
    `expected the name of an option or of a variable of the workbook, found "${written}"`,
    at,
    ...(near ? [`did you mean "${near}"?`] : [`columns are: ${[...KNOWN, ...variables].join(', ')}, fill.<field>`]),
    'a column that is for you alone begins with #',
  );
};
