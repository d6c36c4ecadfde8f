/** What other folders import to read YAML with positions. */
export { position, type SourceFile, sourceFile } from '../diagnostics/source-file.ts';
export { keyText, locate, locateKey, nodeAt, type Path } from './locate.ts';
export { nearest } from '../diagnostics/nearest.ts';
export { FILE_KEYS, lettersOf } from './unicode-normal-form.ts';
export { rawOffset } from './source-offsets.ts';
export { ParsedFiles, parseYaml, plainValue, readOnce, readYaml, rememberParsed, type YamlFile } from './read-yaml.ts';
export { textsOf } from './text-values.ts';
export { type Part, validate } from './validate.ts';
export { found, quoted } from './schema-errors.ts';
export { written } from './quote-scalar.ts';
