/** The structure tree: types and nesting, headings, tables, lists, alternatives; all content in it once. */
import { PDFDict } from '@cantoo/pdf-lib';
import { readContent } from '../content.ts';
import { elementsOf, isContent, isElement, isObject, leavesOf, pathOf, type StructureNode } from '../structure.ts';
import { markId } from '../text.ts';
import { type Finding, Findings, type Reading } from './finding.ts';

/** What may stand in what (ISO 32000-1, 14.8.4; veraPDF rules 7.2-3 to 7.2-43). */
const CHILDREN: Record<string, readonly string[]> = {
  L: ['LI', 'Caption', 'L'],
  LI: ['Lbl', 'LBody'],
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TR: ['TH', 'TD'],
  TOC: ['TOC', 'TOCI', 'Caption'],
};
const PARENTS: Record<string, readonly string[]> = {
  LI: ['L'],
  LBody: ['LI'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  TOCI: ['TOC'],
};
/** Elements that hold words, not blocks. */
const INLINE = new Set(['Span', 'Link', 'Lbl', 'Form', 'Reference', 'Note']);
const WITH_WORDS = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6']);

/** The words of an element and all below it. */
export const wordsOf = (node: StructureNode, reading: Reading): string => {
  const pages = new Map(reading.pdf.pages.map(({ ref, index }) => [ref, index]));
  return leavesOf(node)
    .map(({ kid }) => (isContent(kid) ? (reading.words[pages.get(kid.page ?? '') ?? -1]?.get(markId(kid.page, kid.mcid)) ?? '') : ''))
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();
};

/** Rules about elements by themselves. */
export const structureFindings = (reading: Reading): Finding[] => {
  const { pdf, structure } = reading;
  const found = new Findings();
  found.expect(structure.type === 'Document', 'nesting', pathOf(structure), 'the root is not Document');
  let level = 0;
  for (const node of elementsOf(structure)) {
    const where = `${pathOf(node)} ${node.ref}`;
    const below = node.kids.filter(isElement);
    const allowed = CHILDREN[node.type];
    if (allowed) {
      for (const kid of below) found.expect(allowed.includes(kid.type), 'nesting', where, `${kid.type} in ${node.type}`);
      found.expect(node.kids.every(isElement), 'nesting', where, `content right in ${node.type}`);
    }
    const parents = PARENTS[node.type];
    found.expect(!parents || parents.includes(node.parent?.type ?? ''), 'nesting', where, `${node.type} in ${node.parent?.type}`);
    if (WITH_WORDS.has(node.type)) for (const kid of below) found.expect(INLINE.has(kid.type), 'nesting', where, `${kid.type} in ${node.type}`);
    if (node.parent) found.expect(pdf.ref(node.dict, 'P') === node.parent.ref, 'parent', where, `P names ${pdf.ref(node.dict, 'P')}`);
    found.expect(node.kids.length > 0 || ['TD', 'TH'].includes(node.type), 'empty', where, 'an element with nothing in it');
    const heading = /^H([1-6])$/.exec(node.type)?.[1];
    if (heading) {
      found.expect(Number(heading) <= level + 1, 'heading-levels', where, `level ${heading} after ${level}: "${wordsOf(node, reading)}"`);
      level = Number(heading);
    }
    if (node.type === 'Figure') found.expect(Boolean(pdf.text(node.dict, 'Alt')?.trim()), 'alternative', where, 'no Alt');
    if (node.type === 'TH') found.expect(attribute(reading, node, 'Scope') !== undefined, 'table', where, 'no Scope');
    if (node.type === 'L') found.expect(attribute(reading, node, 'ListNumbering') !== undefined, 'list', where, 'no ListNumbering');
    if (node.type === 'Table') found.all.push(...tableFindings(node, where));
    if (node.type === 'Form') found.all.push(...blankFindings(reading, node, where));
    if (node.type === 'Link') {
      const object = node.kids.some(isObject);
      found.expect(object && node.kids.length > 1, 'link-contents', where, object ? 'no words' : 'no annotation');
    }
  }
  return found.all;
};

const attribute = ({ pdf }: Reading, node: StructureNode, key: string): string | undefined => {
  const entry = pdf.get(node.dict, 'A');
  return entry instanceof PDFDict ? pdf.name(entry, key) : undefined;
};

const tableFindings = (table: StructureNode, where: string): Finding[] => {
  const rows = elementsOf(table).filter(({ type }) => type === 'TR');
  const widths = new Set(rows.map((row) => row.kids.length));
  return widths.size === 1 ? [] : [{ rule: 'table', where, what: `rows of ${[...widths].join(' and ')} cells` }];
};

/** A field, or in a print-only edition a blank that says so (ISO 32000-1, table 348); its name holds the label beside it (WCAG 2.1, 2.5.3). */
const blankFindings = (reading: Reading, node: StructureNode, where: string): Finding[] => {
  const found = new Findings();
  const { pdf } = reading;
  const [object, ...others] = node.kids.filter(isObject);
  if (!object) {
    const role = attribute(reading, node, 'Role');
    found.expect(
      attribute(reading, node, 'O') === 'PrintField' && ['tv', 'cb'].includes(role ?? ''),
      'blank',
      where,
      `neither a field nor a PrintField (${role})`,
    );
    // What is written in a blank is read, and its name is in the attributes; an alternative text is read instead of what is not written.
    const attributes = pdf.get(node.dict, 'A');
    const name = pdf.text(node.dict, 'Alt') ?? (attributes instanceof PDFDict ? pdf.text(attributes, 'Desc') : undefined);
    found.expect(Boolean(name?.trim()), 'accessible-name', where, 'a printed blank without a name');
    return found.all;
  }
  found.expect(others.length === 0 && node.kids.length === 1, 'blank', where, 'more than its annotation');
  const field = pdf.pages.flatMap(({ annotations }) => annotations).find(({ ref }) => ref === object.object);
  const name = field && pdf.text(field.dict, 'TU');
  // pdf.js takes the name from the alternative text, all others from TU: told twice, it has to be the same.
  found.expect(pdf.text(node.dict, 'Alt') === name && !pdf.text(node.dict, 'ActualText'), 'read-once', where, 'an alternative text that is not its name');
  const label = visibleLabel(reading, node);
  found.expect(
    !label || (name ?? '').includes(label),
    'accessible-name',
    field ? (pdf.text(field.dict, 'T') ?? where) : where,
    `"${name}" beside the words "${label}"`,
  );
  return found.all;
};

/** The label in sight of a field: the nearest Lbl before it in its paragraph, or the words of its list item. */
const visibleLabel = (reading: Reading, form: StructureNode): string | undefined => {
  const { parent } = form;
  if (parent?.type === 'Lbl') {
    const body = parent.parent?.kids.filter(isElement).find(({ type }) => type === 'LBody');
    return body && wordsOf(body, reading);
  }
  const before = parent?.kids.slice(0, parent.kids.indexOf(form)).filter(isElement) ?? [];
  const label = before.findLast(({ type }) => type === 'Lbl');
  return label && wordsOf(label, reading);
};

/** Rules about content streams and their tie to the tree. */
export const contentFindings = ({ pdf, structure, words }: Reading): Finding[] => {
  const found = new Findings();
  const claimed = new Map<string, number>();
  for (const { kid } of leavesOf(structure)) {
    if (!isContent(kid)) continue;
    const id = markId(kid.page, kid.mcid);
    claimed.set(id, (claimed.get(id) ?? 0) + 1);
  }
  for (const page of pdf.pages) {
    const where = `page ${page.index + 1}`;
    const { marked, faults } = readContent(pdf.content(page));
    for (const fault of faults) found.expect(false, 'stray-content', where, fault);
    const here = new Set<string>();
    for (const mark of marked) {
      if (mark.tag === 'Artifact') {
        found.expect(mark.type !== undefined, 'artifact', where, 'an artifact without a type');
        found.expect(
          mark.type !== 'Pagination' || mark.subtype === 'Header' || mark.subtype === 'Footer',
          'artifact',
          where,
          `Pagination of subtype ${mark.subtype}`,
        );
        continue;
      }
      found.expect(mark.mcid !== undefined, 'stray-content', where, `${mark.tag} without an id`);
      const id = markId(page.ref, mark.mcid ?? -1);
      found.expect(!here.has(id), 'stray-content', where, `${id} twice`);
      here.add(id);
      found.expect(claimed.get(id) === 1, 'stray-content', where, `${mark.tag} ${mark.mcid} is in ${claimed.get(id) ?? 0} elements`);
      claimed.delete(id);
    }
    // What is read aloud comes in the order in which it is painted.
    const read = leavesOf(structure).flatMap(({ kid }) => (isContent(kid) && kid.page === page.ref ? [markId(kid.page, kid.mcid)] : []));
    const text = words[page.index] ?? new Map<string, string>();
    const spoken = read.filter((id) => text.has(id)).map((id) => text.get(id));
    found.expect(
      spoken.join('|') ===
        [...text]
          .filter(([id]) => here.has(id))
          .map(([, value]) => value)
          .join('|'),
      'reading-order',
      where,
      'words are read in another order than they are painted',
    );
  }
  for (const id of claimed.keys()) found.expect(false, 'stray-content', id, 'in the tree and on no page');
  return found.all;
};
