/** Changes of a translated workbook.yaml and of what it is translated from, each with what has to be said of it: a table of compare-workbooks.test.ts. */
import { HEAD, type Change } from './translated-files.ts';

export const CHANGED_HEADS: Change[] = [
  [
    'a subtitle that is missing',
    HEAD,
    'subtitle: Un librito para dos personas\n',
    '',
    [
      'es/workbook.yaml:1:1: error: expected the key "subtitle", as in en, found none [translation-lacks]',
      '  | title',
      '  = translate it from en/workbook.yaml:2',
    ],
  ],
  [
    'a variable that is missing',
    HEAD,
    '  practice.name: nuestra pequeña consulta\n',
    '',
    [
      'es/workbook.yaml:8:3: warning: expected the variable "practice.name", as in en, found none [translation-lacks]',
      '  | other',
      '  = translate it from en/workbook.yaml:8',
    ],
  ],
  [
    'a variable without words for one relationship',
    HEAD,
    ', partner: tu pareja',
    '',
    [
      'es/workbook.yaml:8:10: warning: expected words for "partner" in the variable "other", as in en, found none [translation-lacks]',
      '  | {default: la otra persona}',
      '  = translate them from en/workbook.yaml:7',
    ],
  ],
  [
    'a variable in the first language',
    HEAD,
    'nuestra pequeña consulta',
    'our quiet little practice',
    [
      'es/workbook.yaml:9:18: warning: expected a translation, found the words of en [untranslated]',
      '  | our quiet little practice',
      '  = say in this language what stands in en/workbook.yaml:8',
    ],
  ],
  [
    'steps in another order',
    HEAD,
    'steps: [first, second]',
    'steps: [second, first]',
    [
      'es/workbook.yaml:12:9: error: expected the order of en under steps, found "second" too early [translation-order]',
      '  | second',
      '  = the order there: first, second',
    ],
  ],
  [
    'a page that is missing',
    HEAD,
    'opening: [welcome]\n',
    '',
    [
      'es/workbook.yaml:1:1: error: expected "welcome" under opening, as in en, found none [translation-lacks]',
      '  | title',
      '  = translate its file from en, and list it',
    ],
  ],
  [
    'a page too many',
    HEAD,
    'steps: [first, second]',
    'steps: [first, second]\nclosing: [end]',
    [
      'es/workbook.yaml:13:11: error: expected no more under closing than in en, found "end" [translation-extra]',
      '  | end',
      '  = remove it, or add it to en too',
    ],
  ],
  [
    'words of the program in the first language',
    'es/strings.yaml',
    'Pide ayuda a alguien de confianza.',
    'Ask somebody whom you trust for help.',
    [
      'es/strings.yaml:2:11: warning: expected a translation, found the words of en [untranslated]',
      '  | Ask somebody whom you trust for help.',
      '  = say in this language what stands in en/strings.yaml:2',
    ],
  ],
  [
    'words of the program that are missing',
    'es/strings.yaml',
    'step: Capítulo\n',
    '',
    [
      'es/strings.yaml:1:1: warning: expected the workbook’s own words for "step", as in en, found none [translation-lacks]',
      '  | findHelp',
      '  = translate them from en/strings.yaml:1',
    ],
  ],
  [
    'a source that is not there',
    HEAD,
    'translation-of: en',
    'translation-of: eng',
    ['es/workbook.yaml:5:17: error: expected another language of this workbook, found "eng" [translation-source]', '  | eng', '  = did you mean "en"?'],
  ],
  [
    'itself as a source',
    HEAD,
    'translation-of: en',
    'translation-of: es',
    ['es/workbook.yaml:5:17: error: expected another language of this workbook, found "es" [translation-source]', '  | es', '  = did you mean "en"?'],
  ],
  [
    'a source with errors',
    'en/steps/first.yaml',
    'lines: 4',
    'lines: many',
    [
      'es/workbook.yaml:5:17: error: expected no errors in en, which this is translated from, found 1 [translation-source]',
      '  | en',
      '  = mend them first: check with --lang en',
    ],
  ],
];
