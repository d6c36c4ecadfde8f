/** Changes to what YAML says, never to its form: other words, other numbers. Most of it is still a workbook, and is laid out. */
import { isScalar, parseDocument, visit } from 'yaml';
import type { Random } from './random.ts';

/** Words that a line of a page may have trouble with. */
const WORDS = [
  'a',
  'Rechtsschutzversicherungsgesellschaften und Donaudampfschifffahrtsgesellschaftskapitän',
  'Don’t — “never” … say (it)! 50 % of 3½ €',
  'Łódź, Győr, İstanbul, Ñuñoa, Ærø',
  'e\u0301 and a\u0308 and \u00ADsoft\u00ADhy\u00ADphens and a\u00A0no-break\u2011hyphen',
  '**bold** and *not* [home](#one) at https://example.org/a/rather/long/address/without/any/place/to/break/it',
  'word '.repeat(120),
  'words in {{other}}',
  'Two paragraphs?\n\nThe second one.',
];
/** Keys whose values are names, not words. */
const NAMES = /^(?:id|language|date|callout|with|first|number|opening|steps|closing|space|help-lines)$/;

/**
 * Changes words and numbers.
 *
 * @param source YAML that is right
 */
export const mutateWords = (source: Buffer, random: Random): Buffer => {
  const document = parseDocument(source.toString('utf8'));
  const share = random.pick([0.02, 0.05, 0.2]);
  visit(document, {
    Pair: (_, { key }) => (isScalar(key) && NAMES.test(String(key.value)) ? visit.SKIP : undefined),
    Scalar: (key, node) => {
      if (key === 'key' || !random.chance(share)) return undefined;
      if (typeof node.value === 'number') return document.createNode(Math.max(1, Math.round(node.value * random.pick([0.5, 1, 1.5, 2, 3]))));
      return typeof node.value === 'string' ? document.createNode(random.pick(WORDS)) : undefined;
    },
  });
  return Buffer.from(document.toString());
};
