/** Fills in what gradients take over from others, and makes gradients of their own for masks. */
import { urlTarget } from './paint.ts';
import type { Plain } from './simplify.ts';

const isGradient = ({ name }: Plain): boolean => name === 'linearGradient' || name === 'radialGradient';
/** Attributes that a gradient of another kind does not take over. */
const OF_KIND = /^(?:id|href|x1|x2|y1|y2|cx|cy|r|fx|fy|fr)$/;
const MOST_LINKS = 50;

/** A stop of a gradient inside a mask: masks go by brightness, so opacity becomes brightness. */
const inMask = (stop: Plain, white: boolean): Plain => {
  const { 'stop-color': colour = '#000000', 'stop-opacity': opacity = '1', ...rest } = stop.attributes;
  const bytes = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour)?.slice(1) ?? ['0', '0', '0'];
  const dimmed = bytes.map((byte) => Math.round((white ? 255 : parseInt(byte, 16)) * Math.min(1, Math.max(0, Number(opacity)))));
  const shown = colour === 'none' ? '#000000' : `#${dimmed.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  return { ...stop, attributes: { ...rest, 'stop-color': shown } };
};

/** Resolves the gradients of a drawing, in place. Its references must have been checked (references.ts). */
export const resolveGradients = (root: Plain): void => {
  const byId = new Map<string, Plain>();
  const visit = (element: Plain, see: (element: Plain) => void): void => {
    see(element);
    element.children.forEach((child) => visit(child, see));
  };
  visit(root, (element) => {
    const { id } = element.attributes;
    if (id && !byId.has(id)) byId.set(id, element);
  });
  visit(root, (element) => {
    if (!isGradient(element)) return;
    let { href } = element.attributes;
    for (let links = 0; href && links < MOST_LINKS; links += 1) {
      const from = byId.get(href.replace(/^#/, ''));
      if (!from || !isGradient(from)) break;
      for (const [key, value] of Object.entries(from.attributes))
        if (key !== 'id' && key !== 'href' && (from.name === element.name || !OF_KIND.test(key))) element.attributes[key] ??= value;
      if (element.children.length === 0) element.children = from.children.map((child) => ({ ...child, attributes: { ...child.attributes } }));
      ({ href } = from.attributes);
    }
    delete element.attributes['href'];
  });
  const masks: Plain[] = [];
  visit(root, (element) => {
    if (element.name === 'mask') masks.push(element);
  });
  const added = new Map<string, Plain>();
  for (const mask of masks)
    visit(mask, (element) => {
      for (const property of ['fill', 'stroke']) {
        const id = urlTarget(element.attributes[property] ?? '')?.replace(/^#/, '');
        const gradient = id ? byId.get(id) : undefined;
        if (!id || !gradient || !isGradient(gradient)) continue;
        const white = mask.attributes['mask-type'] === 'alpha';
        const name = `${id}--${white ? 'alpha' : 'mask'}`;
        if (!added.has(name))
          added.set(name, { ...gradient, attributes: { ...gradient.attributes, id: name }, children: gradient.children.map((stop) => inMask(stop, white)) });
        element.attributes[property] = `url(#${name})`;
      }
    });
  for (const mask of masks) delete mask.attributes['mask-type'];
  if (added.size > 0) root.children.unshift({ name: 'defs', attributes: {}, children: [...added.values()], start: root.start, end: root.end });
};
