/** Annotations: each is the content of one element, on its own page, in reading order; fields as viewers want them. */
import { PDFDict, PDFRawStream } from '@cantoo/pdf-lib';
import { keysOf, type RawAnnotation, type RawPage, type RawPdf } from '../raw.ts';
import { isObject, leavesOf, type StructureNode } from '../structure.ts';
import { type Finding, Findings, type Reading } from './finding.ts';

/** Rectangles may touch, and yoga's floats are off by so much (points); a field reaches half a point below its last rule. */
const SLACK = 0.6;

type Box = [left: number, bottom: number, right: number, top: number];

const overlap = (a: Box, b: Box): boolean => Math.min(a[2], b[2]) - Math.max(a[0], b[0]) > SLACK && Math.min(a[3], b[3]) - Math.max(a[1], b[1]) > SLACK;

/** All rules about annotations and the fields that they are. */
export const annotationFindings = ({ pdf, structure }: Reading): Finding[] => {
  const found = new Findings();
  const owners = ownersOf(structure);
  const parents = parentTree(pdf);
  const names = new Set<string>();
  const fields = new Set(fieldRefs(pdf));
  let widgets = 0;

  const order = leavesOf(structure).flatMap(({ kid }) => (isObject(kid) ? [kid.object] : []));
  const written = pdf.pages.flatMap(({ annotations }) => annotations.map(({ ref }) => ref));
  found.expect(order.join() === written.join(), 'reading-order', 'annotations', 'the order of Annots is not that of the structure tree');

  for (const page of pdf.pages) {
    if (page.annotations.length > 0)
      found.expect(pdf.name(page.dict, 'Tabs') === 'S', 'tab-order', `page ${page.index + 1}`, `Tabs ${pdf.name(page.dict, 'Tabs')}`);
    const boxes: { where: string; box: Box }[] = [];
    for (const annotation of page.annotations) {
      const { dict, ref } = annotation;
      const subtype = pdf.name(dict, 'Subtype');
      const where = pdf.text(dict, 'T') ?? `${subtype} ${ref}`;
      found.all.push(...placeFindings(pdf, annotation, page, where, owners.get(ref), parents));
      if (subtype === 'Widget') {
        widgets += 1;
        const name = pdf.text(dict, 'T') ?? '';
        found.expect(!names.has(name), 'field-name', where, 'a second field of this name');
        names.add(name);
        found.expect(fields.has(ref), 'field-name', where, 'not among the fields of the form');
        found.all.push(...fieldFindings(pdf, dict, where));
        boxes.push({ where, box: pdf.numbers(dict, 'Rect') as Box });
      } else if (subtype === 'Link') found.all.push(...linkFindings(pdf, dict, where));
      else found.expect(false, 'annotation-kind', where, `an annotation of kind ${subtype}`);
    }
    boxes.forEach((one, index) => {
      for (const other of boxes.slice(index + 1)) found.expect(!overlap(one.box, other.box), 'rectangle', one.where, `overlaps ${other.where}`);
    });
  }
  found.expect(widgets === fields.size, 'field-name', 'AcroForm', `${fields.size} fields and ${widgets} widgets`);
  return found.all;
};

const fieldRefs = (pdf: RawPdf): string[] => {
  const form = pdf.dict(pdf.catalog, 'AcroForm');
  return form ? pdf.list(form, 'Fields').map(String) : [];
};

/** For each annotation, the element that has it, and the page that its reference names. */
const ownersOf = (structure: StructureNode) =>
  new Map(leavesOf(structure).flatMap(({ element, kid }) => (isObject(kid) ? [[kid.object ?? '', { element, page: kid.page }] as const] : [])));

/** The parent tree (ISO 32000-1, 14.7.4.4): for each key, the element of an annotation. */
const parentTree = (pdf: RawPdf): Map<number, string> => {
  const root = pdf.dict(pdf.catalog, 'StructTreeRoot');
  const tree = root && pdf.dict(root, 'ParentTree');
  const entries = tree ? pdf.list(tree, 'Nums') : [];
  const found = new Map<number, string>();
  for (let index = 0; index < entries.length; index += 2) found.set(Number(String(entries[index])), String(entries[index + 1]));
  return found;
};

const placeFindings = (
  pdf: RawPdf,
  { dict }: RawAnnotation,
  page: RawPage,
  where: string,
  owner: { element: StructureNode; page: string | undefined } | undefined,
  parents: Map<number, string>,
): Finding[] => {
  const found = new Findings();
  found.expect(owner !== undefined, 'owner', where, 'in no structure element');
  found.expect(owner?.page === page.ref, 'owner-page', where, `its reference names page ${owner?.page}, it is on ${page.ref}`);
  found.expect(parents.get(pdf.number(dict, 'StructParent') ?? -1) === owner?.element.ref, 'owner', where, 'StructParent leads to another element');
  found.expect(pdf.ref(dict, 'P') === page.ref, 'owner-page', where, `P names ${pdf.ref(dict, 'P')}`);
  found.expect(pdf.number(dict, 'F') === 4, 'printed', where, `flags ${pdf.number(dict, 'F')}`);
  const [left, bottom, right, top] = pdf.numbers(dict, 'Rect') as Box;
  const inside = left >= -SLACK && bottom >= -SLACK && right <= page.width + SLACK && top <= page.height + SLACK;
  found.expect(
    inside && right > left && top > bottom,
    'rectangle',
    where,
    `${[left, bottom, right, top].join(' ')} on a page of ${page.width} by ${page.height}`,
  );
  return found.all;
};

const linkFindings = (pdf: RawPdf, dict: PDFDict, where: string): Finding[] => {
  const found = new Findings();
  found.expect(Boolean(pdf.text(dict, 'Contents')?.trim()), 'link-contents', where, 'no Contents');
  const action = pdf.dict(dict, 'A');
  if (action) {
    found.expect(
      pdf.name(action, 'S') === 'URI' && /^(https?|mailto|tel):/.test(pdf.text(action, 'URI') ?? ''),
      'script',
      where,
      `action ${action.toString()}`,
    );
  } else {
    const pages = new Set(pdf.pages.map(({ ref }) => ref));
    const destination = pdf.list(dict, 'Dest').map(String);
    found.expect(pages.has(destination[0] ?? ''), 'link-target', where, `leads to ${destination.join(' ')}`);
  }
  return found.all;
};

/** Leaves of an appearance: streams, each with resources of its own. */
const appearanceFindings = (pdf: RawPdf, dict: PDFDict, where: string): Finding[] => {
  const found = new Findings();
  const normal = pdf.get(pdf.dict(dict, 'AP') ?? dict, 'N');
  const leaves = normal instanceof PDFDict ? keysOf(normal).map((key) => pdf.get(normal, key)) : [normal];
  for (const leaf of leaves) {
    const stream = leaf instanceof PDFRawStream;
    found.expect(stream, 'appearance', where, 'an appearance that is not a stream');
    if (!stream) continue;
    found.expect(pdf.dict(leaf.dict, 'Resources') !== undefined, 'appearance', where, 'an appearance without resources of its own');
    found.expect(leaf.getContents().length > 0, 'appearance', where, 'an appearance of no bytes');
  }
  return found.all;
};

const fieldFindings = (pdf: RawPdf, dict: PDFDict, where: string): Finding[] => {
  const found = new Findings();
  const kind = pdf.name(dict, 'FT');
  found.expect(/^[A-Za-z0-9_-]+$/.test(pdf.text(dict, 'T') ?? ''), 'field-name', where, `name ${pdf.text(dict, 'T')}`);
  found.expect(!keysOf(dict).some((key) => key === 'Kids' || key === 'Parent'), 'field-name', where, 'not flat');
  found.expect(Boolean(pdf.text(dict, 'TU')?.trim()), 'accessible-name', where, 'no TU');
  found.all.push(...appearanceFindings(pdf, dict, where));
  found.expect(Boolean(pdf.text(dict, 'DA')), 'default-appearance', where, 'no DA');
  if (kind === 'Btn') {
    const normal = pdf.dict(pdf.dict(dict, 'AP') ?? dict, 'N');
    const states = normal ? keysOf(normal) : [];
    found.expect(states.length === 2 && states.includes('Off'), 'button-state', where, `states ${states.join(' ')}`);
    for (const key of ['V', 'DV', 'AS']) {
      const value = pdf.name(dict, key);
      found.expect(value !== undefined && states.includes(value), 'button-state', where, `${key} ${String(pdf.get(dict, key))}`);
    }
    const looks = pdf.dict(dict, 'MK');
    found.expect(looks !== undefined && pdf.text(looks, 'CA') === '4', 'button-state', where, 'no MK/CA');
  } else if (kind === 'Tx') {
    found.expect((pdf.number(dict, 'MaxLen') ?? 0) > 0, 'capacity', where, 'no MaxLen');
    found.expect(/\/\S+ (?!0 )[\d.]+ Tf/.test(pdf.text(dict, 'DA') ?? ''), 'default-appearance', where, `DA ${pdf.text(dict, 'DA')}: no fixed size`);
  } else found.expect(false, 'annotation-kind', where, `a field of type ${kind}`);
  return found.all;
};
