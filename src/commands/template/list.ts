/** `mendbook template list`: lists the templates, and what each is for. */
import { templatesFrom } from '../../api/templates.ts';
import { visible } from '../../diagnostics/width.ts';
import { say, type Streams } from '../streams.ts';

export interface ListOptions extends Streams {
  format: 'human' | 'json';
}

/**
 * Prints the shipped templates and those in `templates/` of the working folder on stdout.
 *
 * @returns the exit code: 0
 */
export async function list({ cwd, stdout, stderr, format }: ListOptions): Promise<number> {
  const listed = await templatesFrom(cwd);
  if (format === 'json') stdout.write(`${JSON.stringify(listed, null, 2)}\n`);
  else {
    const width = Math.max(...listed.map(({ template }) => template.length));
    for (const { template, about } of listed) stdout.write(`${visible(`${template.padEnd(width)}  ${about}`)}\n`);
    say({ stderr }, '', 'Use one with: mendbook build --template <name>', 'Make your own: mendbook template new <name>');
  }
  return 0;
}
