/** Parses an SVG file into elements with their places in it; nothing outside the file is ever read. */
import { SaxesParser } from 'saxes';

/** Attributes that are no numbers, whatever digits they have. */
const NAMES = new Set(['id', 'class', 'href', 'xlink:href']);

/** Lengths beyond this are the same to the eye; a page cannot be drawn with numbers that have no end. */
const FURTHEST = 1e9;

/** Takes numbers without end, or nearly so, as the largest that is drawn: browsers do so, too. */
const withinReach = (value: string): string =>
  value.replaceAll(/(?<![\w#.])([-+]?)(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi, (written, sign: string) =>
    Math.abs(Number(written)) <= FURTHEST ? written : `${sign}${FURTHEST}`,
  );

export const SVG = 'http://www.w3.org/2000/svg';

export interface Element {
  /** Its name without a prefix. */
  name: string;
  /** Its namespace; files without one are taken for SVG. */
  space: string;
  /** By name with prefix, such as `xlink:href`; namespace declarations are left out. */
  attributes: Record<string, string>;
  children: Element[];
  /** The text directly in it. */
  text: string;
  /** Offsets of its opening tag in the file. */
  start: number;
  end: number;
}

export interface Parsed {
  root?: Element;
  /** Processing instructions, such as `xml-stylesheet`. */
  instructions: { target: string; start: number; end: number }[];
  /** The first fault of its XML, in the parser's words. */
  fault?: { words: string; at: number };
}

/** How deep elements may nest: the drawing library recurses, and no logo is deeper. */
export const DEEPEST = 100;

/** An "&" that begins neither a name nor a number of a sign. */
const LONE_AMPERSAND = /&(?!(?:#\d+|#x[\da-f]+|[\w.:-]+);)/i;

/**
 * Parses SVG.
 *
 * @param text the whole file, decoded
 */
export const parseSvg = (text: string): Parsed => {
  const parser = new SaxesParser({ xmlns: false });
  const parsed: Parsed = { instructions: [] };
  const open: { element: Element; spaces: Record<string, string> }[] = [];
  let start = 0;
  parser.on('error', ({ message }) => {
    parsed.fault ??= { words: message.replace(/^[^ ]*\d+:\d+: /, '').replace(/\.$/, ''), at: Math.min(parser.position, text.length) };
  });
  parser.on('doctype', (doctype) => {
    // Illustrator declares namespaces as entities. Entities inside entities are not expanded, so they cannot multiply.
    for (const [, name = '', , value = ''] of doctype.matchAll(/<!ENTITY\s+([\w.-]+)\s+(["'])(.*?)\2\s*>/gs)) parser.ENTITIES[name] = value;
  });
  parser.on('processinginstruction', ({ target }) => {
    const from = text.lastIndexOf('<?', parser.position);
    parsed.instructions.push({ target, start: from, end: parser.position });
  });
  parser.on('opentagstart', () => {
    start = text.lastIndexOf('<', parser.position - 1);
  });
  parser.on('opentag', (tag) => {
    const above = open.at(-1);
    const spaces = { ...above?.spaces };
    const attributes: Record<string, string> = {};
    for (const [name, value] of Object.entries(tag.attributes as Record<string, string>)) {
      if (name === 'xmlns') spaces[''] = value;
      else if (name.startsWith('xmlns:')) spaces[name.slice(6)] = value;
      else attributes[name] = NAMES.has(name) ? value : withinReach(value);
    }
    const [, prefix = '', name = ''] = /^(?:([^:]*):)?(.*)$/.exec(tag.name) ?? [];
    const element: Element = { name, space: spaces[prefix] ?? (prefix === '' ? SVG : prefix), attributes, children: [], text: '', start, end: parser.position };
    if (above) above.element.children.push(element);
    else parsed.root ??= element;
    open.push({ element, spaces });
    if (open.length > DEEPEST) parser.fail(`more than ${DEEPEST} levels`);
  });
  const addText = (words: string): void => {
    const above = open.at(-1)?.element;
    if (above) above.text += words;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(text).close();
  // All that is behind a lone "&" is taken for its name, and the fault told is that the file ends.
  const lone = parsed.fault ? text.search(LONE_AMPERSAND) : -1;
  if (parsed.fault && lone >= 0 && lone < parsed.fault.at) parsed.fault = { words: 'malformed character entity', at: lone + 1 };
  return parsed;
};
