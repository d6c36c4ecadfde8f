/** Compares the `workbook.yaml` of a translation with that of the original: its lists, texts and variables. */
import { isScalar, isSeq } from 'yaml';
import type { z } from 'zod';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { error, warning } from '../../diagnostics/make.ts';
import { nodeAt } from '../../yaml/index.ts';
import type { Variables } from '../variables.ts';
import type { workbookFile } from '../workbook.ts';
import { here, type Pair, type Side, there } from './file-pair.ts';
import { compareMaps } from './compare-values.ts';

const LISTS = ['counselor', 'opening', 'steps', 'closing'] as const;

/** The names on a list of steps or pages, with or without a file. */
function listedIn({ document }: Side, key: string): string[] {
  const node = nodeAt(document, [key]);
  return isSeq(node) ? node.items.flatMap((item) => (isScalar(item) && typeof item.value === 'string' ? [item.value] : [])) : [];
}

/** Compares the lists of steps and pages: the same names in the same order. */
export function compareListings(pair: Pair): Diagnostic[] {
  return LISTS.flatMap((key) => {
    const [from, to] = [listedIn(pair.from, key), listedIn(pair.to, key)];
    const lacking = from.filter((name) => !to.includes(name));
    const more = to.filter((name) => !from.includes(name));
    const diagnostics = [
      ...lacking.map((name) =>
        error(
          'translation-lacks',
          `expected "${name}" under ${key}, as in ${pair.language}, found none`,
          here(pair, [key]),
          `translate its file from ${pair.language}, and list it`,
        ),
      ),
      ...more.map((name) =>
        error(
          'translation-extra',
          `expected no more under ${key} than in ${pair.language}, found "${name}"`,
          here(pair, [key, to.indexOf(name)]),
          `remove it, or add it to ${pair.language} too`,
        ),
      ),
    ];
    const shared = to.filter((name) => from.includes(name));
    const wrong = from.filter((name) => to.includes(name)).findIndex((name, index) => name !== shared[index]);
    if (wrong < 0) return diagnostics;
    const found = shared[wrong] ?? '';
    return [
      ...diagnostics,
      error(
        'translation-order',
        `expected the order of ${pair.language} under ${key}, found "${found}" too early`,
        here(pair, [key, to.indexOf(found)]),
        `the order there: ${from.join(', ')}`,
      ),
    ];
  });
}

/** Compares the texts about the workbook and its variables. */
export function compareAbout(pair: Pair, from: z.output<typeof workbookFile>, to: z.output<typeof workbookFile>): Diagnostic[] {
  const words = ({ title, subtitle, author, subject, license }: z.output<typeof workbookFile>) => ({ title, subtitle, author, subject, license });
  return [...compareMaps(pair, words(from), words(to), { from: [], to: [], fillable: false }), ...compareVariables(pair, from.variables, to.variables)];
}

/** Differences are only warnings: a language may need other variables and forms, and values may come from practice.yaml. */
function compareVariables(pair: Pair, from: Variables, to: Variables): Diagnostic[] {
  return Object.entries(from).flatMap(([name, value]) => {
    const path = ['variables', name];
    const own = Object.hasOwn(to, name) ? to[name] : undefined;
    if (own === undefined)
      return [
        warning(
          'translation-lacks',
          `expected the variable "${name}", as in ${pair.language}, found none`,
          here(pair, path),
          `translate it from ${there(pair, path)}`,
        ),
      ];
    const [first, second] = [formsOf(value), formsOf(own)];
    const fewer = Object.keys(first).filter((form) => !(form in second));
    const lacking = fewer.map((form) =>
      warning(
        'translation-lacks',
        `expected words for "${form}" in the variable "${name}", as in ${pair.language}, found none`,
        here(pair, path),
        `translate them from ${there(pair, [...path, form])}`,
      ),
    );
    const both = Object.keys(first).filter((form) => form in second);
    const pick = (forms: Record<string, string>) => Object.fromEntries(both.map((form) => [form, forms[form]]));
    const flat = typeof value === 'string' || typeof own === 'string';
    const where = { from: path, to: path, fillable: false };
    return [...lacking, ...compareMaps(pair, flat ? { default: first.default } : pick(first), flat ? { default: second.default } : pick(second), where)];
  });
}

/** The words of a variable by relationship. */
const formsOf = (value: Variables[string]): Record<string, string> =>
  typeof value === 'string'
    ? { default: value }
    : (Object.fromEntries(Object.entries(value).filter(([, words]) => words !== undefined)) as Record<string, string>);
