/**
 * Writes docs/types/mendbook.d.ts: the types of the public API, in one file that needs no other. The options of a build are written out from
 * their table, each with what the command line says of it. Run by `npm run api-types`; CI looks whether the file is current.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { ts } = createRequire(`${root}tests/package.json`)('@ts-morph/common');

/** What the table says: bundled, since Node does not read TypeScript in all versions that are supported. */
const bundled = await build({ entryPoints: [`${root}src/options/option-values.ts`], bundle: true, write: false, format: 'esm', platform: 'node' });
const { ALL_OPTIONS } = await import(`data:text/javascript;base64,${Buffer.from(bundled.outputFiles[0].contents).toString('base64')}`);

const typeOf = (option) => {
  if (option.kind === 'switch') return 'boolean';
  if (option.kind === 'choice') return option.values.map((value) => `'${value}'`).join(' | ');
  return option.kind === 'list' ? 'readonly string[]' : 'string';
};
const members = ALL_OPTIONS.map(([name, option]) => {
  const usually = option.kind === 'switch' || !option.default?.length ? option.otherwise : option.default;
  const usual = usually ? `; ${usually} unless said otherwise` : '';
  return `  /** ${option.help[0].toUpperCase()}${option.help.slice(1)}${usual}. */\n  ${name}?: ${typeOf(option)};`;
});
const options = `/** What can be asked of a copy of a workbook, as on the command line. */\nexport interface AskedOptions {\n${members.join('\n')}\n}\n`;

const declarations = (file) => {
  const text = readFileSync(`${root}${file}`, 'utf8');
  const [about] = text.split('\n');
  return ts
    .transpileDeclaration(text, {
      fileName: file,
      compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, isolatedDeclarations: true, strict: true },
    })
    .outputText.replaceAll(/^import [^]*?;\n/gm, '')
    .replaceAll(/^export type \* from .*\n/gm, '')
    .replace(about, '')
    .trim();
};

const head = "/** What other programs get by `import … from 'mendbook'`. Written by the program (npm run api-types); changes here are lost. */\n";
writeFileSync(
  `${root}docs/types/mendbook.d.ts`,
  [head, options, declarations('src/api/types.ts'), '', declarations('src/api/progress-types.ts'), '', declarations('src/api/index.ts'), ''].join('\n'),
);
