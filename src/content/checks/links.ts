/** Checks links in prose: they may lead to places in the workbook, and to addresses that are safe to open. */
import type { Document } from 'yaml';
import type { DiagnosticCode } from '../../diagnostics/codes.ts';
import type { Diagnostic, Location } from '../../diagnostics/diagnostic.ts';
import { error } from '../../diagnostics/make.ts';
import { locate, nearest, quoted, readOnce, type YamlFile } from '../../yaml/index.ts';
import type { ReadSection } from '../read-section.ts';
import { fillVariables, type Variables } from '../variables.ts';
import type { Targets } from './link-targets.ts';

const SCHEMES = new Set(['https', 'http', 'mailto', 'tel']);

/**
 * Checks every link in a section.
 *
 * @param read the section
 * @param targets the places in this workbook that links may lead to
 * @param variables the workbook's variables, which addresses may contain
 */
export function checkLinks(read: ReadSection, targets: Targets, variables: Variables): Diagnostic[] {
  const { document, source } = read.file;
  if (!document) return [];
  const found = linkFinder(source, targets, variables);
  return readOnce(document, `links ${read.id}`, () => linksOf(read, document)).flatMap(({ links, area }) => found(links, area));
}

/** The addresses of links, in reading order, and where in the file they stand. */
interface Links {
  links: string[];
  area: Location;
}

function linksOf({ file: { source }, section, entries }: ReadSection, document: Document): Links[] {
  const all: Links[] = [];
  const within = (value: unknown, area: Location): void => {
    const links = addresses(value);
    if (links.length > 0) all.push({ links, area });
  };
  if (section) {
    for (const key of ['title', 'purpose'] as const) within(section[key], { file: source.file, ...locate(document, [key]) });
  }
  for (const { block, kind } of entries) {
    if (!block) continue;
    // The blocks of a worksheet have entries of their own.
    within(block.kind === 'worksheet' ? { ...block, blocks: [] } : block, kind === 'worksheet' ? headOf(block) : block.at);
  }
  return all;
}

/**
 * Checks every link in a value of a file, wherever in the file it stands.
 *
 * @param value what was read from it
 */
export function checkLinksIn({ source, document }: YamlFile, value: unknown, targets: Targets, variables: Variables): Diagnostic[] {
  return document ? linkFinder(source, targets, variables)(addresses(value), { file: source.file, start: 0, end: source.text.length }) : [];
}

/** Makes a function that finds the faults of links that stand in an area of a file. */
function linkFinder(source: YamlFile['source'], targets: Targets, variables: Variables): (links: readonly string[], area: Location) => Diagnostic[] {
  return (links, area) => {
    const from = new Map<string, number>();
    return links.flatMap((href) => {
      const fault = faultOf(fillVariables(href, variables, 'other'), targets);
      if (!fault) return [];
      // The same address may occur twice in a block: the search continues after the last one.
      const start = source.text.indexOf(href, from.get(href) ?? area.start);
      const inside = start >= 0 && start < area.end;
      if (inside) from.set(href, start + href.length);
      const at = inside ? { file: source.file, start, end: start + href.length } : area;
      return [error(fault.code, fault.message, at, fault.hint)];
    });
  };
}

/** The lines of a worksheet before its blocks. */
function headOf(block: NonNullable<ReadSection['entries'][number]['block']>): Location {
  const first = block.kind === 'worksheet' ? block.blocks[0] : undefined;
  return first ? { ...block.at, end: Math.max(block.at.start, first.at.start) } : block.at;
}

/** The addresses of all links in a value, in reading order. */
function addresses(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(addresses);
  if (typeof value !== 'object' || value === null) return [];
  const { href } = value as { href?: unknown };
  return typeof href === 'string' ? [href] : Object.values(value).flatMap(addresses);
}

interface Fault {
  code: DiagnosticCode;
  message: string;
  hint: string;
}

function faultOf(href: string, targets: Targets): Fault | undefined {
  if (href.startsWith('#')) return insideFault(href, targets);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href)?.[1]?.toLowerCase();
  if (scheme === undefined) {
    const [section = ''] = href.split('/');
    const hint = targets.sections.includes(section) ? `write #${href} for a place in this workbook` : 'write the whole address, with https://';
    return { code: 'link-address', message: `expected a whole address or #step/block, found ${quoted(href)}`, hint };
  }
  if (!SCHEMES.has(scheme)) {
    return {
      code: 'link-scheme',
      message: `expected an address that begins with https:, http:, mailto: or tel:, found "${scheme}:"`,
      hint: 'write the words without a link',
    };
  }
  if (scheme.startsWith('http') && !(URL.canParse(href) && /^https?:\/\//i.test(href))) {
    return { code: 'link-address', message: `expected an address such as https://example.org, found ${quoted(href)}`, hint: 'correct the address' };
  }
  return undefined;
}

function insideFault(href: string, { sections, blocks }: Targets): Fault | undefined {
  const [section = '', id] = href.slice(1).split('/', 2);
  if (!sections.includes(section)) {
    const near = nearest(section, sections);
    return {
      code: 'link-target',
      message: `expected a link to a step or page of this workbook, found ${quoted(href)}`,
      hint: near ? `did you mean "#${near}"?` : `steps and pages: ${sections.join(', ')}`,
    };
  }
  const known = blocks.get(section);
  const rest = href.slice(section.length + 2);
  if (id === undefined || !known || known.has(rest)) return undefined;
  const near = nearest(rest, [...known.keys()]);
  const list = known.size > 0 ? `blocks of "${section}": ${[...known.keys()].join(', ')}` : `no block of "${section}" has an id`;
  return {
    code: 'link-target',
    message: `expected a link to a block of "${section}", found ${quoted(rest)}`,
    hint: near ? `did you mean "#${section}/${near}"?` : list,
  };
}
