/** Finds lines and line ends that other programs put into a file: marks of a merge, the fences of Markdown, separators that YAML does not know. */
import { LINE_END, nameOf } from './lookalike-characters.ts';
import type { Typo } from './typo.ts';

/** The marks that Git leaves around two versions of the same lines; the second version begins behind the first group, and ends before the second. */
const CONFLICT = /^<{7}(?: .*)?\r?\n[^]*?^(={7}\r?\n[^]*?^>{7}.*(?:\r?\n|$(?![^])))/gm;

const FENCE = /^[ \t]*```[\w-]*[ \t]*(?:\r?\n|$(?![^]))/gm;

/**
 * Candidates for typing mistakes that are no part of YAML. In text of several lines they may be meant.
 *
 * @param text the whole file
 */
export function foreignLines(text: string): Typo[] {
  const found: Typo[] = [];
  for (const { index: start, 0: whole, 1: second = '' } of text.matchAll(CONFLICT)) {
    const firstEnd = start + whole.indexOf('\n') + 1;
    const end = start + whole.length;
    found.push({
      code: 'yaml',
      message: 'expected one version of these lines, found the marks of a merge around two',
      hint: 'keep one of the two, and delete the other and the lines of <<<<<<<, ======= and >>>>>>>',
      indent: false,
      start,
      end: start + 7,
      edits: [
        { start, end: firstEnd, text: '' },
        { start: end - second.length, end, text: '' },
      ],
    });
  }
  for (const { index: start, 0: fence } of text.matchAll(FENCE)) {
    const mark = start + fence.indexOf('`');
    const hint = 'delete the line: it marks a piece of code in Markdown';
    found.push({
      code: 'yaml',
      message: 'expected YAML, found "```"',
      hint,
      indent: false,
      start: mark,
      end: mark + 3,
      edits: [{ start, end: start + fence.length, text: '' }],
    });
  }
  for (const { index: start, 0: sign } of text.matchAll(LINE_END)) {
    const hint = 'replace it by a line end of your editor';
    found.push({
      code: 'yaml',
      message: `expected a new line, found ${nameOf(sign)}`,
      hint,
      indent: false,
      start,
      end: start + 1,
      edits: [{ start, end: start + 1, text: '\n' }],
    });
  }
  return found;
}
