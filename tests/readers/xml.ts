/** A strict eye on XML: the faults that a lenient reader forgives and a strict one gives up at. */

const TAG = /^<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[A-Za-z_][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/;
const ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);)/;

/** @returns Why this is not well-formed XML; nothing when it is */
export const xmlFaults = (source: string): string[] => {
  const faults: string[] = [];
  const open: string[] = [];
  let rest = source;
  while (rest.length > 0) {
    const next = rest.indexOf('<');
    const text = next < 0 ? rest : rest.slice(0, next);
    if (ENTITY.test(text)) faults.push(`a bare & in "${text.trim()}"`);
    if (next < 0) break;
    rest = rest.slice(next);
    const instruction = /^<\?[\s\S]*?\?>/.exec(rest);
    const tag = TAG.exec(rest);
    if (instruction) rest = rest.slice(instruction[0].length);
    else if (tag) {
      const [whole, closing, name, attributes, empty] = tag as unknown as [string, string, string, string, string];
      if (ENTITY.test(attributes)) faults.push(`a bare & in an attribute of ${name}`);
      if (closing) {
        const last = open.pop();
        if (last !== name) faults.push(`${name} closes ${last ?? 'nothing'}`);
      } else if (!empty) open.push(name);
      rest = rest.slice(whole.length);
    } else {
      faults.push(`not a tag: ${rest.slice(0, 30)}`);
      rest = rest.slice(1);
    }
  }
  if (open.length > 0) faults.push(`not closed: ${open.join(', ')}`);
  return faults;
};
