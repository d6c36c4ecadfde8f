/** Parses inline markdown: bold, italic and links in one paragraph, as CommonMark 0.31 defines them. */
import type { Nodes, PhrasingContent, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Span } from './span.ts';

/** Markdown that is not inline, with its offset in the source and a hint. */
export interface MarkdownProblem {
  message: string;
  offset: number;
  hint: string;
}

/** In characters: longer than any paragraph. The limit keeps malicious input from taking long. */
const LONGEST = 4000;

/** Four or more underscores are a gap to write in, not emphasis or a rule. */
const GAP = /_{4,}/g;

/** Text that does not match contains no markdown, and need not be parsed. */
const MARKED = /[\\`*_\r]|<[a-z/!?]|&[#a-z]|\]\(|\n\s*\n|^\s*(?:[-+#>~=]|\d{1,9}[.)])/im;

const ESCAPE = 'put a backslash before the first sign to have the sign itself';
/** The name of a node that is not inline, and a hint. */
const FOUND: Partial<Record<Nodes['type'], [what: string, hint: string]>> = {
  heading: ['a heading', `use a block of the kind "heading", or ${ESCAPE}`],
  list: ['a list', `use a block of the kind "tips" or "checklist", or ${ESCAPE}`],
  blockquote: ['a quotation', `use a block of the kind "callout", or ${ESCAPE}`],
  thematicBreak: ['a rule across the page', `use a block of the kind "page-break", or ${ESCAPE}`],
  code: ['a block of code', `write it as plain text, or ${ESCAPE}`],
  inlineCode: ['code', 'write it in quotation marks instead of backticks'],
  html: ['HTML', 'use **bold**, *italic* or [words](address), or put a backslash before "<" to have the sign itself'],
  image: ['an image', 'use a block of the kind "image"'],
  paragraph: ['a second paragraph', 'remove the empty line; where a list of paragraphs is taken, make it an item of its own'],
  break: ['a line break', 'remove the backslash at the end of the line'],
};

const PICTURE = /\.(?:png|jpe?g|gif|webp|svg)$/i;

/**
 * Reads one paragraph of inline markdown.
 *
 * @param source the text as the author wrote it, trimmed
 * @returns the spans of text, and a problem for each node that is not inline, in reading order; spans are returned even with problems
 */
export function parseInline(source: string): { spans: Span[]; problems: MarkdownProblem[] } {
  if (source.length > LONGEST) {
    const message = `expected at most ${LONGEST} characters in a paragraph, found ${source.length}`;
    return { spans: [{ text: source }], problems: [{ message, offset: LONGEST, hint: 'divide it into several paragraphs' }] };
  }
  const stand = standIn(source);
  const text = source.replace(GAP, (gap) => stand.repeat(gap.length));
  // A lone bullet would be an empty list in markdown, which no author means.
  if (!MARKED.test(text) || /^[-+*]$/.test(text)) return { spans: [{ text: unfolded(source) }], problems: [] };
  // Definitions are switched off so that "[Name]: …" stays text, indented code so that it counts as a paragraph.
  const tree: Root = fromMarkdown(text, { extensions: [{ disable: { null: ['definition', 'codeIndented'] } }] });

  const spans: Span[] = [];
  const problems: MarkdownProblem[] = [];
  const refuse = (node: Nodes, kind: Nodes['type'] = node.type) => {
    const [what, hint] = FOUND[kind] ?? [`a ${kind}`, ESCAPE];
    problems.push({ message: `expected inline markdown (bold, italic, links), found ${what}`, offset: node.position?.start.offset ?? 0, hint });
  };
  const add = (words: string, looks: Omit<Span, 'text'>) => {
    const restored = unfolded(words.replaceAll(stand, '_'));
    if (restored === '') return;
    const last = spans.at(-1);
    if (last && last.strong === looks.strong && last.emphasis === looks.emphasis && last.href === looks.href) last.text += restored;
    else spans.push({ text: restored, ...looks });
  };
  const walk = (nodes: PhrasingContent[], looks: Omit<Span, 'text'>) => {
    for (const node of nodes) {
      if (node.type === 'text') add(node.value, looks);
      else if (node.type === 'strong') walk(node.children, { ...looks, strong: true });
      else if (node.type === 'emphasis') walk(node.children, { ...looks, emphasis: true });
      else if (node.type === 'break' && text[node.position?.start.offset ?? 0] !== '\\') add(' ', looks);
      else if (node.type === 'link') {
        const offset = node.position?.start.offset ?? 0;
        const href = node.url.replaceAll(stand, '_');
        if (text[offset] === '<' && PICTURE.test(href)) refuse(node, 'image');
        else if (node.children.length === 0 || href === '') {
          const part = href === '' ? 'an address' : 'words';
          problems.push({ message: `expected ${part} in the link, found none`, offset, hint: 'write a link as [words](address)' });
        } else walk(node.children, { ...looks, href });
      } else refuse(node);
    }
  };
  let paragraphs = 0;
  for (const node of tree.children) {
    if (node.type === 'paragraph' && paragraphs++ === 0) walk(node.children, {});
    else if (node.type !== 'paragraph' || paragraphs === 2) refuse(node);
  }
  return { spans, problems };
}

/** Joins the lines of a paragraph. */
const unfolded = (text: string): string => text.replace(/[ \t]*(?:\r\n|\r|\n)[ \t]*/g, ' ');

/** A private-use character that the source lacks: it replaces the underscores of gaps while markdown is parsed. */
function standIn(source: string): string {
  for (let code = 0xe000; ; code++) {
    const candidate = String.fromCharCode(code);
    if (!source.includes(candidate)) return candidate;
  }
}
