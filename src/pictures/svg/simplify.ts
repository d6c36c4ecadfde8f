/** Turns a parsed SVG into a drawing of simple elements and attributes; what cannot be drawn is reported. */
import { clipShapeOf, outlineOfClip } from './clip-shapes.ts';
import { computed, type Scope, withNumbers } from './computed.ts';
import { DRAWN, EFFECTS, GROUPS, REFUSED, RESOURCES, SHAPES, SILENT, TEXTS } from './elements.ts';
import type { Faults } from './faults.ts';
import { lengthOf, plain } from './lengths.ts';
import { IDENTITY, isPlainTransform, type Matrix, matrixOf, moved, multiplied, written } from './matrix.ts';
import { partsOf } from './paint-order.ts';
import { type Box, boxOfOutline, commandsOf, joined, outlineOf } from './path-data.ts';
import { type Element, SVG } from './parse-svg.ts';
import { isPresentation } from './properties.ts';
import { byWeight, type Declarations, type Sheet, sheetOf, styleOf } from './css-rules.ts';

/** An element as it is drawn. */
export interface Plain {
  name: string;
  attributes: Record<string, string>;
  children: Plain[];
  /** Offsets of the tag that it came from. */
  start: number;
  end: number;
}

/** Attributes that have no effect on the drawing. */
const SILENT_ATTRIBUTES =
  /^(?:style|class|data-.*|aria-.*|role|lang|tabindex|version|baseProfile|enable-background|contentScriptType|contentStyleType|zoomAndPan|requiredFeatures|requiredExtensions|systemLanguage)$/;

/** Every style sheet of a drawing, in order. */
const sheetsIn = (element: Element): { element: Element; sheet: Sheet }[] => [
  ...(element.name === 'style' ? [{ element, sheet: sheetOf(element.text) }] : []),
  ...element.children.flatMap(sheetsIn),
];

const hasWords = ({ text, children }: Element): boolean => text.trim() !== '' || children.some(hasWords);

/** The elements of a drawing by id. */
const namedIn = (element: Element, ids = new Map<string, Element>()): Map<string, Element> => {
  const { id } = element.attributes;
  if (id && !ids.has(id)) ids.set(id, element);
  for (const child of element.children) namedIn(child, ids);
  return ids;
};

/** The box around an element's content, in its own coordinates; nothing where it is not known. */
const boxOf = ({ name, attributes, children }: Plain): Box | undefined => {
  const outline = outlineOf(name, attributes);
  if (outline !== undefined) return boxOfOutline(outline, IDENTITY);
  if (name !== 'g') return undefined;
  return children.map((child) => outerBoxOf(child)).reduce(joined, undefined);
};
const outerBoxOf = (element: Plain): Box | undefined => {
  const box = boxOf(element);
  const matrix = matrixOf(element.attributes['transform'] ?? '', { em: 16, width: 0, height: 0 });
  return box && matrix && boxOfOutline(`M${box.left} ${box.top}H${box.right}V${box.bottom}H${box.left}`, matrix);
};

const MARKERS = ['marker-start', 'marker-mid', 'marker-end'];
const MARKED = new Set(['path', 'line', 'polyline', 'polygon']);

/**
 * Simplifies a drawing: styles become attributes; hidden elements and those that draw nothing are dropped.
 *
 * @param root an `svg` element
 * @param seen the size of its visible part
 * @param faults collects what cannot be drawn
 */
export const simplify = (root: Element, seen: { width: number; height: number }, faults: Faults): Plain => {
  const sheets = sheetsIn(root);
  for (const { element, sheet } of sheets) {
    for (const selector of sheet.unknown) faults.add(selector === '@import' ? 'svg-remote' : 'svg-style', `"${selector}"`, element);
    const { media = 'all', type = 'text/css' } = element.attributes;
    if (!/^(?:|all|screen)$/i.test(media.trim())) faults.add('svg-style', `a style sheet for "${media}"`, element);
    if (!/^(?:|text\/css)$/i.test(type.trim())) faults.add('svg-style', `a style sheet of "${type}"`, element);
  }
  const rules = byWeight(sheets.flatMap(({ sheet }) => sheet.rules));
  const ids = namedIn(root);
  const clips: Plain[] = [];
  const at = ({ start, end }: Element) => ({ start, end });

  /** The attributes that are not style properties. */
  const givenOf = (element: Element): Declarations => {
    const attributes: Declarations = {};
    for (const [key, value] of Object.entries(element.attributes)) {
      const [, name = ''] = /^(?:xlink:)(href)$/.exec(key) ?? [undefined, key];
      if (/^on/i.test(name)) faults.add('svg-script', `a script ("${name}")`, element);
      else if (name === 'href' && key !== 'href' && element.attributes['href'] !== undefined) continue;
      else if (!name.includes(':') && !SILENT_ATTRIBUTES.test(name) && !isPresentation(name)) attributes[name] = value;
    }
    if (attributes['href'] !== undefined && !attributes['href'].startsWith('#')) {
      if (element.name !== 'a') faults.add('svg-remote', `a part elsewhere ("${attributes['href'].slice(0, 40)}")`, element);
      delete attributes['href'];
    }
    return attributes;
  };

  /** The transformation of an element including its origin; unchanged where it has the form of an attribute. */
  const transformOf = (element: Element, style: Declarations, { measures }: Scope, drawn: Plain): string | undefined => {
    const { transform = '', 'transform-origin': origin = '', 'transform-box': reference = 'view-box' } = style;
    if (transform === '' || transform === 'none') return undefined;
    const still = !/^(?:fill|content|stroke|border)-box$/.test(reference) && /^(?:|0(?:px)?|0(?:px)?[\s,]+0(?:px)?)$/.test(origin.trim());
    if (still && isPlainTransform(transform)) return transform;
    const fillBox = /^(?:fill|content|stroke|border)-box$/.test(reference);
    const stroked = !/^(?:|none)$/.test(style['stroke'] ?? '');
    const box = fillBox
      ? /^(?:stroke|border)/.test(reference) && stroked
        ? undefined
        : boxOf(drawn)
      : { left: 0, top: 0, right: measures.width, bottom: measures.height };
    if (!box) {
      faults.add('svg-effect', `an effect (transform-box: ${reference})`, element);
      return isPlainTransform(transform) ? transform : undefined;
    }
    const inBox = { ...measures, width: box.right - box.left, height: box.bottom - box.top };
    const matrix = matrixOf(transform, inBox);
    const words = origin
      .trim()
      .split(/[\s,]+/)
      .filter((word) => word !== '');
    const swapped = /^(?:top|bottom)$/.test(words[0] ?? '') || /^(?:left|right)$/.test(words[1] ?? '');
    const [x = '0', y = words.length > 0 ? '50%' : '0'] = swapped ? [words[1], words[0]] : words;
    const place = (word: string): string => ({ left: '0%', top: '0%', center: '50%', right: '100%', bottom: '100%' })[word] ?? word;
    const [dx, dy] = [lengthOf(place(x), inBox, 'across'), lengthOf(place(y), inBox, 'down')];
    if (!matrix || dx === undefined || dy === undefined) {
      faults.add('svg-effect', `an effect (transform: ${transform.slice(0, 40)})`, element);
      return undefined;
    }
    const [ox, oy] = [box.left + dx, box.top + dy];
    return written(multiplied(multiplied(moved(ox, oy), matrix), moved(-ox, -oy)) as Matrix);
  };

  /** A clipping path for a basic shape; the reference to one that is given stays. */
  const clipOf = (element: Element, style: Declarations, { measures, inherited }: Scope, drawn: Plain): string | undefined => {
    const value = style['clip-path'];
    if (!value || value === 'none' || /^url\(/i.test(value)) return value;
    const shape = clipShapeOf(value);
    const stroke = style['stroke'] ?? inherited['stroke'] ?? 'none';
    const around = stroke === 'none' || shape?.reference !== 'stroke-box' ? 0 : Number(style['stroke-width'] ?? inherited['stroke-width'] ?? 1) / 2;
    const inner = shape?.reference === 'view-box' ? { left: 0, top: 0, right: measures.width, bottom: measures.height } : boxOf(drawn);
    // The stroke of these shapes extends equally on all sides.
    const even = around === 0 || /^(?:rect|circle|ellipse)$/.test(element.name);
    const box = inner && even ? { left: inner.left - around, top: inner.top - around, right: inner.right + around, bottom: inner.bottom + around } : undefined;
    const clip = shape && box && outlineOfClip(shape, box, measures.em);
    if (!clip) {
      faults.add('svg-effect', `an effect (clip-path: ${value.slice(0, 40)})`, element);
      return undefined;
    }
    const id = `clip--${clips.length + 1}`;
    const path: Plain = {
      name: 'path',
      attributes: { d: clip.outline, ...(clip.rule ? { 'clip-rule': clip.rule } : {}), ...(clip.transform ? { transform: clip.transform } : {}) },
      children: [],
      ...at(element),
    };
    clips.push({ name: 'clipPath', attributes: { id }, children: [path], ...at(element) });
    return `url(#${id})`;
  };

  /** What is drawn for an element and its children. */
  const finished = (element: Element, drawn: Plain, style: Declarations, scope: Scope): Plain[] => {
    const { name, attributes } = drawn;
    for (const [key, value] of [
      ['transform', transformOf(element, style, scope, drawn)],
      ['clip-path', clipOf(element, style, scope, drawn)],
    ] as const) {
      if (value === undefined) delete attributes[key];
      else attributes[key] = value;
    }
    for (const key of ['transform-origin', 'transform-box', 'font-size', 'display']) delete attributes[key];
    if (SHAPES.has(name)) {
      if (!MARKED.has(name)) for (const key of MARKERS) if (attributes[key] ?? scope.inherited[key]) attributes[key] = 'none';
      const apart = partsOf(drawn, scope.inherited, scope.masked);
      delete attributes['paint-order'];
      if (!apart) return [drawn];
      const parts = apart.parts.map((part): Plain => ({ ...part, children: [], ...at(element) }));
      for (const part of parts) delete part.attributes['paint-order'];
      return [{ name: 'g', attributes: apart.group, children: parts, ...at(element) }];
    }
    delete attributes['paint-order'];
    if (name === 'clipPath') {
      const { transform, ...rest } = attributes;
      const { children } = drawn;
      if (transform && rest['clipPathUnits'] === 'objectBoundingBox') faults.add('svg-effect', 'an effect (transform of a <clipPath> of a box)', element);
      const inside: Plain[] = transform ? [{ name: 'g', attributes: { transform }, children, ...at(element) }] : children;
      return [{ ...drawn, attributes: rest, children: inside }];
    }
    if (name === 'symbol') {
      const { viewBox: _, preserveAspectRatio: __, width: ___, height: ____, x: _____, y: ______, overflow: _______, ...rest } = attributes;
      return [{ name: 'defs', attributes: {}, children: [{ ...drawn, name: 'g', attributes: rest }], ...at(element) }];
    }
    if (name === 'use') return [useOf(element, drawn)];
    if (name === 'marker' && attributes['orient'] === 'auto-start-reverse') {
      const { refX = '0', refY = '0', id = '' } = attributes;
      const turned: Plain = { name: 'g', attributes: { transform: `rotate(180 ${refX} ${refY})` }, children: drawn.children, ...at(element) };
      if (/%/.test(refX + refY)) faults.add('svg-effect', 'an effect (orient: auto-start-reverse)', element);
      return [
        { ...drawn, attributes: { ...attributes, orient: 'auto' } },
        { ...drawn, attributes: { ...attributes, orient: 'auto', id: `${id}--start` }, children: [turned] },
      ];
    }
    return [drawn];
  };

  /** A symbol is drawn in a viewport of its own, with the size that the `use` gives. */
  const useOf = (element: Element, drawn: Plain): Plain => {
    const { href, x = '0', y = '0', width, height, ...rest } = drawn.attributes;
    const target = ids.get((href ?? '').replace(/^#/, ''));
    if (target?.name === 'svg' && (width ?? height)) faults.add('svg-effect', 'an effect (the size of a <use>)', element);
    if (target?.name !== 'symbol' || href === undefined) return drawn;
    const style = styleOf(target, rules);
    const { viewBox, preserveAspectRatio, refX, refY } = target.attributes;
    if (refX ?? refY) faults.add('svg-effect', 'an effect (refX of a <symbol>)', element);
    const frame: Record<string, string> = {
      x,
      y,
      width: width ?? target.attributes['width'] ?? '100%',
      height: height ?? target.attributes['height'] ?? '100%',
      ...(viewBox ? { viewBox } : {}),
      ...(preserveAspectRatio ? { preserveAspectRatio } : {}),
      ...(style['overflow'] ? { overflow: style['overflow'] } : {}),
    };
    const inner: Plain = { name: 'use', attributes: { href }, children: [], ...at(element) };
    return { ...drawn, name: 'g', attributes: rest, children: [{ name: 'svg', attributes: frame, children: [inner], ...at(element) }] };
  };

  /** Keeps the parts of a hidden element that others may refer to. */
  const hidden = (element: Element, scope: Scope): Plain[] =>
    element.children.flatMap((child) => (RESOURCES.has(child.name) && child.space === SVG ? walk(child, scope) : hidden(child, scope)));

  const walk = (element: Element, above: Scope): Plain[] => {
    const { name, space } = element;
    // Editors keep private data in their own namespaces.
    if (space !== SVG || SILENT.has(name) || EFFECTS.has(name)) return [];
    const given = styleOf(element, rules);
    if (given['display'] === 'none' && !RESOURCES.has(name)) {
      const kept = hidden(element, above);
      return kept.length > 0 ? [{ name: 'defs', attributes: {}, children: kept, ...at(element) }] : [];
    }
    if (element.attributes['requiredExtensions'] !== undefined) return [];
    if (element.attributes['systemLanguage'] !== undefined) faults.add('svg-effect', 'a part for one language (systemLanguage)', element);
    if (TEXTS.has(name)) {
      if (hasWords(element)) faults.add('svg-text', 'text', element);
      return [];
    }
    const refused = REFUSED[name];
    if (refused) {
      faults.add(refused.code, refused.found, element);
      return [];
    }
    if (!DRAWN.has(name) && !GROUPS.has(name)) {
      faults.add('svg-unknown', `<${name}>`, element);
      return [];
    }
    const alpha = name === 'mask' && given['mask-type'] === 'alpha';
    const { style, geometry, scope } = computed(element, alpha ? { fill: '#ffffff', ...given } : given, above, faults);
    const inside: Scope = { ...scope, white: scope.white || alpha, masked: scope.masked || name === 'mask' };
    const { 'mask-type': _, ...drawn } = style;
    const attributes: Record<string, string> = {
      ...withNumbers({ ...givenOf(element), ...geometry }, scope.measures, (value) => faults.add('svg-effect', `a length ("${value.slice(0, 40)}")`, element)),
      ...(inside.white ? whitened(drawn) : drawn),
      ...(alpha ? { 'mask-type': 'alpha' } : {}),
    };
    shaped(element, attributes, scope);
    const windowed = name === 'svg' || name === 'symbol' || name === 'pattern' || name === 'marker' ? windowOf(attributes, inside) : inside;
    const kept =
      name === 'switch'
        ? firstChoice(element.children)
        : // Only shapes and uses of shapes clip anything (SVG 2, 14.4).
          element.children.filter((child) => name !== 'clipPath' || !/^(?:g|svg|a|switch)$/.test(child.name));
    const children = kept.flatMap((child) => walk(child, windowed));
    const { href: __, ...unlinked } = attributes;
    const group = GROUPS.has(name);
    return finished(element, { name: group ? 'g' : name, attributes: group ? unlinked : attributes, children, ...at(element) }, style, scope);
  };

  /** Rewrites the attributes particular to an element in the form that is drawn. */
  const shaped = (element: Element, attributes: Record<string, string>, { inherited }: Scope): void => {
    const { name } = element;
    if (name === 'path' && attributes['d'] !== undefined) {
      const [, , data = attributes['d']] = /^path\(\s*(["'])(.*)\1\s*\)$/s.exec(attributes['d']) ?? [];
      const { whole, length } = commandsOf(data);
      if (!whole && data.trim() !== 'none') faults.add('svg-path', `something else in "d"`, element);
      attributes['d'] = whole ? data : data.slice(0, length);
    }
    if (name === 'ellipse') {
      const { rx, ry } = attributes;
      if (rx === undefined && ry !== undefined) attributes['rx'] = ry;
      if (ry === undefined && rx !== undefined) attributes['ry'] = rx;
    }
    if (SHAPES.has(name) && attributes['pathLength'] !== undefined) {
      attributes['stroke-dasharray'] ??= inherited['stroke-dasharray'] ?? 'none';
      if (name !== 'path') faults.add('svg-effect', `an effect (pathLength of a <${name}>)`, element);
    }
    if (attributes['preserveAspectRatio']) attributes['preserveAspectRatio'] = attributes['preserveAspectRatio'].replace(/^\s*defer\s+/, '').trim();
    if (name === 'radialGradient') {
      const { fr = '0', spreadMethod = 'pad' } = attributes;
      if (!/^0?(?:\.0+)?%?$/.test(fr)) faults.add('svg-effect', 'an effect (fr of a gradient)', element);
      if (spreadMethod !== 'pad') faults.add('svg-effect', `an effect (spreadMethod: ${spreadMethod} of a radial gradient)`, element);
    }
    const { orient } = attributes;
    const angle = name === 'marker' && orient ? /^([+-]?[\d.]+)(rad|turn|grad|deg)$/.exec(orient) : null;
    if (angle) attributes['orient'] = plain(Number(angle[1]) * ({ rad: 180 / Math.PI, turn: 360, grad: 0.9 }[angle[2] ?? ''] ?? 1));
    const start = /^url\(#?(.*?)\)$/.exec(attributes['marker-start'] ?? '')?.[1];
    if (start && ids.get(start)?.attributes['orient'] === 'auto-start-reverse') attributes['marker-start'] = `url(#${start}--start)`;
  };

  const drawn = walk(root, { white: false, masked: false, custom: {}, inherited: {}, measures: { em: 16, ...seen } })[0];
  if (!drawn) return { name: 'svg', attributes: {}, children: [], ...at(root) };
  if (drawn.attributes['transform']) {
    faults.add('svg-effect', 'an effect (transform of the whole)', root);
    delete drawn.attributes['transform'];
  }
  if (clips.length > 0) drawn.children.unshift({ name: 'defs', attributes: {}, children: clips, ...at(root) });
  return drawn;
};

/** The scope inside an element with its own viewport: percentages refer to its size. */
const windowOf = ({ viewBox, width, height }: Readonly<Record<string, string>>, scope: Scope): Scope => {
  const [, , across, down] = (viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const { measures } = scope;
  const size = {
    width: across ?? lengthOf(width ?? '100%', measures, 'across') ?? measures.width,
    height: down ?? lengthOf(height ?? '100%', measures, 'down') ?? measures.height,
  };
  return { ...scope, measures: { ...measures, ...size } };
};

/** The style of an element in a mask by opacity: drawn white, so that the mask by brightness has the same effect. */
const whitened = (style: Declarations): Declarations =>
  Object.fromEntries(
    Object.entries(style).map(([property, value]) => [
      property,
      ['fill', 'stroke', 'stop-color'].includes(property) && value.startsWith('#') ? '#ffffff' : value,
    ]),
  );

/** The first child of a `switch` that has no condition: those before it are meant for a certain program. */
const firstChoice = (children: readonly Element[]): Element[] => {
  const first = children.find(({ space, attributes }) => space === SVG && attributes['requiredExtensions'] === undefined);
  return first ? [first] : [];
};
