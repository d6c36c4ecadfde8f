/** A mistake for every code, by group: the smallest one that raises it. */
import type { DIAGNOSTIC_CODES } from '../../../src/diagnostics/codes.ts';
import { commands, output, pdf } from './commands.ts';
import { returned } from './returned.ts';
import { help, pages, readability, translation, workbook } from './content.ts';
import { list } from './list.ts';
import { drawings, pictures } from './pictures.ts';
import type { Mistakes } from './place.ts';
import { ejecting, template } from './template.ts';
import { practice, themes } from './theme.ts';
import { values, yaml } from './yaml.ts';

export const MISTAKES: { [Group in keyof typeof DIAGNOSTIC_CODES]: Mistakes<Group> } = {
  yaml,
  values,
  workbook,
  pages,
  help,
  translation,
  readability,
  pictures,
  drawings,
  theme: themes,
  template,
  eject: ejecting,
  practice,
  list,
  commands,
  output,
  pdf,
  returned,
};
