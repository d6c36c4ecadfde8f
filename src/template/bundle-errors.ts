/** Rewrites the messages of esbuild for authors of templates. */
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import { nearest, quoted } from '../yaml/index.ts';
import type { SharedModules } from './shared-modules.ts';
import { syntaxWords } from './syntax-words.ts';

export interface Words {
  code: DiagnosticCode;
  message: string;
  hints: string[];
}

/** Names of similar components in other libraries, each with the name in the kit. */
const ELSEWHERE: Record<string, string> = {
  Text: 'Words',
  View: 'Box',
  Canvas: 'Svg',
  TextInput: 'TextField',
  Checkbox: 'CheckField',
  Link: 'Box, with the prop link',
};

/** A hint for an unknown name: a similar one, or its name in the kit. */
export const kitHint = (name: string, kit: readonly string[]): string | undefined => {
  const elsewhere = ELSEWHERE[name];
  if (elsewhere) return `here it is ${elsewhere}`;
  const near = nearest(name, kit);
  return near ? `did you mean "${near}"?` : undefined;
};

/**
 * Turns a message of esbuild into the parts of a diagnostic.
 *
 * @param shared the modules that a template gets from the program, for hints
 */
export function bundleWords(text: string, shared: SharedModules): Words {
  const [, foreign] = /^Not shared: (.+)$/.exec(text) ?? [];
  if (foreign)
    return {
      code: 'unknown-import',
      message: `expected an import from mendbook/kit, found ${quoted(foreign)}`,
      hints: ['mendbook/kit has the primitives of react-pdf that a template needs'],
    };
  const [, missing] = /^Could not resolve "(.+)"$/.exec(text) ?? [];
  if (missing) {
    const modules = Object.keys(shared).filter((name) => !name.includes('jsx') && !name.includes('process'));
    const hint = missing.startsWith('.')
      ? 'check the path: it counts from this file, and ends in .tsx or .ts'
      : `a template imports its own files, and ${modules.join(', ')}`;
    return { code: 'unknown-import', message: `expected a module that is there, found ${quoted(missing)}`, hints: [hint] };
  }
  const [, from = '', name = ''] = /^No matching export in "(?:mendbook:)?(.+)" for import "(.+)"$/.exec(text) ?? [];
  if (name) {
    const hint = kitHint(name, Object.keys(shared[from] ?? {}));
    return { code: 'unknown-export', message: `expected a name that ${from} exports, found ${quoted(name)}`, hints: hint ? [hint] : [] };
  }
  const { found, hint } = syntaxWords(text);
  return { code: 'template-code', message: `expected valid TypeScript, found ${found}`, hints: hint ? [hint] : [] };
}
