/**
 * Writes docs/types/kit.d.ts: what `mendbook/kit` exports, in one file that needs no other package, so that an editor knows it wherever a
 * template lies. Interfaces of ours are taken as they are written, with their comments; types that come out of schemas and libraries are
 * written out. Run by `npm run kit-types`; CI looks whether the file is current.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

// The compiler writes forward slashes on every system.
const root = fileURLToPath(new URL('../..', import.meta.url)).replaceAll('\\', '/');
// A compiler that can be asked about types: only this file and the checks of the code need it.
const { ts } = createRequire(`${root}tests/package.json`)('@ts-morph/common');
const entry = `${root}src/kit/index.ts`;
const { config } = ts.readConfigFile(`${root}tsconfig.json`, (file) => readFileSync(file, 'utf8'));
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
// The compiler that runs here comes without the types of the language; those of the compiler that the project uses will do.
const host = ts.createCompilerHost(options);
const [platform] = readdirSync(`${root}node_modules/@typescript`);
host.getDefaultLibLocation = () => `${root}node_modules/@typescript/${platform}/lib`;
host.getDefaultLibFileName = () => `${host.getDefaultLibLocation()}/lib.d.ts`;
const program = ts.createProgram([entry], options, host);
const checker = program.getTypeChecker();

/** What react gives, in the little that a template needs of it. */
const PRELUDE = `/** What a component gives: elements, text inside Words, lists of them, or nothing. */
export type ReactNode = ReactElement | string | number | bigint | boolean | null | undefined | Iterable<ReactNode>;

export interface ReactElement {
  readonly type: unknown;
  readonly props: unknown;
  readonly key: string | null;
}

/** A component: a function that takes props and gives elements. */
export type ComponentType<P = {}> = (props: P) => ReactNode;
`;
const GIVEN = new Set(['ReactNode', 'ReactElement', 'ComponentType']);

/** Descriptions of the keys of blocks, from the schemas that editors of YAML use. */
const { definitions } = JSON.parse(readFileSync(`${root}docs/schema/step.json`, 'utf8'));

const declared = new Map();
const queue = [];

const isOurs = (symbol) => symbol.declarations?.some((one) => one.getSourceFile().fileName.startsWith(`${root}src/`)) ?? false;
const isLanguage = (file) => program.isSourceFileDefaultLibrary(file) || file.fileName.startsWith(host.getDefaultLibLocation());
const unalias = (symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);

/** Props of the library that take more than a template has a use for: lists of lists without end, pictures from everywhere. */
const PROPS = { style: 'Style | Style[]', src: 'string', source: 'string' };

/** The name of the block of a kind. */
const blockName = (kind) => `${kind.replaceAll(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase())}Block`;

/** The name of a type, to be declared later. */
const named = (symbol, name = symbol.name) => {
  if (GIVEN.has(name)) return name;
  if (!declared.has(symbol)) {
    if ([...declared.values()].includes(name)) throw new Error(`expected one type with the name ${name}, found two`);
    declared.set(symbol, name);
    queue.push(symbol);
  }
  return declared.get(symbol);
};

const optional = (symbol) => (symbol.flags & ts.SymbolFlags.Optional) !== 0;
const key = (name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));

/** A type, written out as far as it has no name of ours. */
const print = (type, indent = '', kind = undefined, top = false) => {
  if (indent.length > 40) throw new Error(`expected a type with an end, found ${checker.typeToString(type)}`);
  const alias = type.aliasSymbol && unalias(type.aliasSymbol);
  if (alias && !top) {
    if (GIVEN.has(alias.name)) return alias.name;
    if (isOurs(alias) && !type.aliasTypeArguments?.length) return named(alias);
  }
  const symbol = type.symbol && unalias(type.symbol);
  if (symbol && GIVEN.has(symbol.name) && !isOurs(symbol)) return symbol.name;
  if (symbol && !top && isOurs(symbol) && symbol.flags & ts.SymbolFlags.Interface) return named(symbol);
  if (type.isUnion()) {
    // Its name is lost where it may be left out.
    if (type.types.some((one) => one.symbol?.name === 'ReactPortal')) return 'ReactNode';
    // The checker keeps true and false apart.
    const parts = [...new Set(type.types.map((one) => print(one, indent)))];
    const both = parts.includes('true') && parts.includes('false');
    return [...(both ? ['boolean'] : []), ...parts.filter((part) => !(both && (part === 'true' || part === 'false')))]
      .map((part) => (part.includes('=>') ? `(${part})` : part))
      .join(' | ');
  }
  // A block has a name of its own, whatever it was picked with.
  const block = !top && type.isIntersection() && type.getProperty('at') ? type.getProperty('kind') : undefined;
  if (block) return blockName(checker.getTypeOfSymbol(block).value);
  if (type.flags & (ts.TypeFlags.StringLiteral | ts.TypeFlags.NumberLiteral)) return JSON.stringify(type.value).replaceAll('"', "'");
  if (!(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
  // `string & {}` and the like, which keep an editor's list of words.
  const primitive = type.isIntersection() ? type.types.find((one) => one.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike)) : undefined;
  if (primitive) return print(primitive, indent);
  if (checker.isTupleType(type))
    return `${type.target.readonly ? 'readonly ' : ''}[${checker
      .getTypeArguments(type)
      .map((one) => print(one, indent))
      .join(', ')}]`;
  if (checker.isArrayType(type)) {
    const [given] = checker.getTypeArguments(type);
    const element = print(given, indent);
    // One object goes without, two that are joined do not.
    const joined = !element.startsWith('{') || (given.isUnion() && new Set(given.types.map((one) => print(one, indent))).size > 1);
    return `${symbol.name === 'ReadonlyArray' ? 'readonly ' : ''}${/[|\s]/.test(element) && joined ? `(${element})` : element}[]`;
  }
  if (symbol && ['Map', 'ReadonlyMap', 'Set', 'Iterable'].includes(symbol.name))
    return `${symbol.name}<${checker
      .getTypeArguments(type)
      .map((one) => print(one, indent))
      .join(', ')}>`;
  // Of the language and of Node, what pictures may be made of: a template gives a file.
  const file = symbol?.declarations?.[0]?.getSourceFile();
  if (file && (isLanguage(file) || file.fileName.includes('@types/')) && !['__type', 'Record'].includes(symbol.name)) return 'unknown';
  const [call] = type.getCallSignatures();
  if (call && type.getProperties().length === 0) return symbol && isOurs(symbol) ? signature(call, ' => ', indent) : 'unknown';
  const deeper = `${indent}  `;
  const index = checker
    .getIndexInfosOfType(type)
    .filter(({ keyType }) => keyType.flags & ts.TypeFlags.String)
    .map(({ type: value }) => `${deeper}[name: string]: ${print(value, deeper)};`);
  const members = type
    .getProperties()
    .filter(({ name }) => !name.startsWith('@media'))
    .map((one) => {
      const value = checker.getTypeOfSymbol(one);
      const comment = ts.displayPartsToString(one.getDocumentationComment(checker)) || (kind && definitions[kind]?.properties[one.name]?.description) || '';
      const shown = (!isOurs(one) && PROPS[one.name]) || print(value, deeper);
      return `${comment ? `${deeper}/** ${comment.replaceAll(/\s*\n\s*/g, ' ')} */\n` : ''}${deeper}${key(one.name)}${optional(one) ? '?' : ''}: ${shown};`;
    });
  return members.length + index.length === 0 ? '{}' : `{\n${[...index, ...members].join('\n')}\n${indent}}`;
};

const signature = (call, arrow, indent, result) => {
  const parameters = call.parameters.map((one, index) => {
    const [declaration] = one.declarations ?? [];
    const left = declaration && ts.isParameter(declaration) && (declaration.questionToken || declaration.initializer);
    const name = /^\w+$/.test(one.name) && !one.name.startsWith('__') ? one.name : `props${index || ''}`;
    return `${name}${left ? '?' : ''}: ${print(checker.getTypeOfSymbol(one), indent)}`;
  });
  return `(${parameters.join(', ')})${arrow}${result ?? print(call.getReturnType(), indent)}`;
};

/** Comments before a declaration. */
const commentOf = (symbol) => {
  const text = ts.displayPartsToString(symbol.getDocumentationComment(checker));
  const tags = symbol.getJsDocTags(checker).map(({ name, text: parts }) => `@${name} ${ts.displayPartsToString(parts)}`);
  const lines = [...text.split('\n'), ...(tags.length > 0 ? ['', ...tags] : [])].filter((line, at, all) => line !== '' || at < all.length - 1);
  if (lines.join('') === '') return '';
  return lines.length === 1 ? `/** ${lines[0]} */\n` : `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */\n`;
};

/** Whether a declaration may be taken as it is written: it leads to types of ours and of the language alone. */
const verbatim = (node) => {
  let plain = true;
  const look = (one) => {
    if (ts.isTypeQueryNode(one) || ts.isImportTypeNode(one)) plain = false;
    if (ts.isTypeReferenceNode(one) || ts.isExpressionWithTypeArguments(one)) {
      const found = checker.getSymbolAtLocation(one.typeName ?? one.expression);
      const symbol = found && unalias(found);
      const file = symbol?.declarations?.[0]?.getSourceFile();
      if (!symbol || (!isOurs(symbol) && !GIVEN.has(symbol.name) && !(file && isLanguage(file)))) plain = false;
    }
    ts.forEachChild(one, look);
  };
  look(node);
  return plain;
};

/** The text of a declaration, under the names that all it refers to is declared under. */
const textOf = (declaration, name) => {
  const start = declaration.getStart();
  const changes = [{ at: declaration.name.getStart() - start, length: declaration.name.getText().length, text: name }];
  const look = (one) => {
    if (ts.isTypeReferenceNode(one) || ts.isExpressionWithTypeArguments(one)) {
      const reference = one.typeName ?? one.expression;
      const found = checker.getSymbolAtLocation(reference);
      const symbol = found && unalias(found);
      if (symbol && isOurs(symbol) && !(symbol.flags & ts.SymbolFlags.TypeParameter)) {
        changes.push({ at: reference.getStart() - start, length: reference.getText().length, text: named(symbol) });
      }
    }
    ts.forEachChild(one, look);
  };
  look(declaration);
  let text = declaration.getText();
  for (const change of changes.toSorted((one, other) => other.at - one.at))
    text = text.slice(0, change.at) + change.text + text.slice(change.at + change.length);
  return text.replace(/^export /, '');
};

const declareType = (symbol, name) => {
  const declaration = symbol.declarations.find((one) => ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one));
  if (!declaration) throw new Error(`expected a type, found ${symbol.name}`);
  // A block of each kind has a name of its own.
  if (symbol.name === 'LeafBlock') {
    const blocks = checker.getDeclaredTypeOfSymbol(symbol).types.map((type) => {
      const kind = checker.getTypeOfSymbol(type.getProperty('kind')).value;
      const own = blockName(kind);
      return { own, text: `export interface ${own} ${print(type, '', kind, true)}\n` };
    });
    return `${blocks.map(({ text }) => text).join('\n')}\n/** A block of any kind but a worksheet. */\nexport type LeafBlock = ${blocks.map(({ own }) => own).join(' | ')};\n`;
  }
  if (verbatim(declaration)) {
    return `${commentOf(symbol)}export ${textOf(declaration, name)}\n`;
  }
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  if (ts.isInterfaceDeclaration(declaration)) return `${commentOf(symbol)}export interface ${name} ${print(type, '', undefined, true)}\n`;
  return `${commentOf(symbol)}export type ${name} = ${print(type, '', symbol.name === 'WorksheetBlock' ? 'worksheet' : undefined, true)};\n`;
};

/** Primitives of react-pdf are typed as classes: what counts are their props. */
const declareValue = (symbol, name) => {
  const type = checker.getTypeOfSymbolAtLocation(symbol, symbol.valueDeclaration);
  const [construct] = type.getConstructSignatures();
  if (construct) {
    const [base] = symbol.valueDeclaration.heritageClauses[0].types[0].typeArguments;
    const props = checker.getTypeFromTypeNode(base);
    return `export declare const ${name}: ComponentType<${print(props, '', undefined, true)}>;\n`;
  }
  const [call] = type.getCallSignatures();
  return call
    ? `${commentOf(symbol)}export declare const ${name}: ${signature(call, ' => ', '', /^[A-Z]/.test(name) ? 'ReactNode' : undefined)};\n`
    : `${commentOf(symbol)}export declare const ${name}: ${print(type)};\n`;
};

const exported = checker
  .getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(entry)))
  .map((symbol) => ({ name: symbol.name, target: unalias(symbol) }));
const isValue = ({ target }) => (target.flags & (ts.SymbolFlags.Variable | ts.SymbolFlags.Function | ts.SymbolFlags.Class)) !== 0;
for (const { name, target } of exported.filter((one) => !isValue(one) && !GIVEN.has(one.name))) named(target, name);
const values = exported.filter(isValue).map(({ name, target }) => declareValue(target, name));
const types = [];
for (const symbol of queue) types.push(declareType(symbol, declared.get(symbol)));
const head = '/** The kit that templates are made of: mendbook/kit. Written by the program (npm run kit-types); changes here are lost. */\n';
writeFileSync(`${root}docs/types/kit.d.ts`, `${head}\n${PRELUDE}\n${[...values, ...types].join('\n')}`);
