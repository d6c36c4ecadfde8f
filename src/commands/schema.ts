/** `mendbook schema`: prints the JSON Schema of a kind of file, for editors. */
import { jsonSchema, type SchemaName, SCHEMAS } from '../schema/json-schema.ts';
import { visible } from '../diagnostics/width.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Streams } from './streams.ts';

export interface SchemaOptions extends Pick<Streams, 'stdout' | 'stderr'> {
  /** workbook, step, theme, practice, packet or list. */
  kind: string;
}

/**
 * Prints a JSON Schema on stdout.
 *
 * @returns the exit code: 0 done, 2 when there is no such kind of file
 */
export async function schema({ kind, stdout, stderr }: SchemaOptions): Promise<number> {
  const name = SCHEMAS.find((one): one is SchemaName => one === kind);
  if (!name) {
    const near = nearest(kind, SCHEMAS);
    stderr.write(`error: expected one of ${SCHEMAS.join(', ')}; found "${visible(kind)}"\n${near ? `  = did you mean "${near}"?\n` : ''}`);
    return 2;
  }
  stdout.write(`${JSON.stringify(await jsonSchema(name), null, 2)}\n`);
  return 0;
}
