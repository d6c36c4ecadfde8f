/** Makes snippets for editors: a block with all its required keys. */

/** The part of a JSON Schema that a snippet is made of. */
export interface Property {
  type?: string;
  enum?: string[];
  const?: unknown;
  minimum?: number;
  items?: Property | Property[];
  anyOf?: Property[];
}

export interface ObjectSchema {
  properties: Record<string, Property>;
  required: string[];
}

/** What yaml-language-server offers for an item (its `defaultSnippets`, as in VS Code's own JSON schemas). */
export interface Snippet {
  label: string;
  description: string;
  body: Record<string, unknown>;
}

/**
 * The snippet of a kind of block.
 *
 * @param kind the key that names it
 * @param description what the block is
 * @param schema its JSON Schema
 * @param after the number of tab stops before it, when it is part of another snippet
 */
export function snippet(kind: string, description: string, { properties, required }: ObjectSchema, after = 0): Snippet {
  let stop = after;
  // Each value is a tab stop.
  const value = (property: Property): unknown => {
    if (property.const !== undefined) return property.const;
    stop += 1;
    if (property.enum) return `\${${stop}|${property.enum.join(',')}|}`;
    if (property.type === 'integer' || property.type === 'number') return `\${${stop}:${property.minimum ?? 1}}`;
    if (property.type === 'array') {
      stop -= 1;
      return (Array.isArray(property.items) ? property.items : [property.items ?? {}]).map(value);
    }
    if (property.anyOf?.[0] && !property.type) {
      stop -= 1;
      return value(property.anyOf[0]);
    }
    return `$${stop}`;
  };
  const body = Object.fromEntries(required.map((key) => [key, value(properties[key] ?? {})]));
  return { label: kind, description, body };
}
