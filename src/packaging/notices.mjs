/** Collects the licences of the libraries and fonts that the program contains or is installed with: their terms require copyright and permission notices. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GRANTS, INSIDE_OTHERS } from './licences/table.mjs';

/** What a text of a licence is known by. */
const PERMISSIONS = [
  ['MIT', /Permission is hereby granted, free of charge, to any person obtaining/],
  ['ISC', /Permission to use, copy, modify, and\/or distribute this software/],
  ['Apache-2.0', /Apache License\s+Version 2\.0/],
  ['BSD-3-Clause', /Redistribution and use in source and binary forms/],
  ['OFL-1.1', /SIL OPEN FONT LICENSE Version 1\.1/i],
  ['MPL-2.0', /Mozilla Public License/],
];

/** Files with the text of a licence, at the top of a package; pdf.js keeps those of what its worker was made from in a folder. */
const LICENCE_FILE = /^(?:licen[cs]e|copying|notice|copyright)/i;
const FOLDERS = ['.', 'wasm'];

/** The folder of the package that a bundled file comes from. */
const packageOf = (input) => input.match(/^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0];

const spaceless = (text) => text.replaceAll(/\s+/g, ' ');

/** The name of the licence that a text is, if it grants anything. */
const licenceIn = (text) => PERMISSIONS.find(([, words]) => words.test(spaceless(text)))?.[0];

/** Whether somebody says that the work is theirs. */
const hasHolder = (text) => /copyright|©/i.test(text);

/** The texts that a package ships, in files of their own or at the end of its README. */
const shippedTexts = async (folder) => {
  const texts = [];
  for (const place of FOLDERS) {
    const names = await readdir(join(folder, place)).catch(() => []);
    for (const name of names.filter((one) => LICENCE_FILE.test(one)).toSorted()) texts.push(await readFile(join(folder, place, name), 'utf8'));
  }
  if (texts.length > 0) return texts;
  const readMe = (await readdir(folder)).find((name) => /^readme/i.test(name));
  const section = readMe && (await readFile(join(folder, readMe), 'utf8')).split(/^#+\s*licen[cs]e.*$/im)[1];
  return section && licenceIn(section) && hasHolder(section) ? [section] : [];
};

/** The text of a licence, with those who grant it before it. */
const written = async ({ licence, holders }) => {
  const text = await readFile(fileURLToPath(new URL(`licences/${licence}.txt`, import.meta.url)), 'utf8');
  return `${holders.map((holder) => `Copyright (c) ${holder}`).join('\n')}\n\n${text}`;
};

/** One notice, or what is wrong with it. */
const noticeOf = async (folder) => {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const shipped = await shippedTexts(folder);
  const grants = GRANTS[name];
  if (shipped.length > 0 && grants) return { fault: `${name} ships the text of its licence: its row in src/packaging/licences/table.mjs can go` };
  if (shipped.length === 0 && !grants)
    return { fault: `${name} ${version} (${license}) ships no licence text, and src/packaging/licences/table.mjs has no row for it` };
  if (grants && grants[0].licence !== license)
    return { fault: `${name} ${version} is under ${license}, its row in src/packaging/licences/table.mjs says ${grants[0].licence}` };
  const texts = grants ? await Promise.all(grants.map(written)) : shipped;
  const whole = texts.join('\n');
  if (!licenceIn(whole) || !hasHolder(whole))
    return { fault: `${name} ${version} (${license}) ships a licence file without ${licenceIn(whole) ? 'a copyright' : 'a permission'} that is known` };
  const licence = license ?? [...new Set(texts.map(licenceIn))].join(', ');
  return { name, notice: `${name} ${version} (${licence})\n\n${texts.map((text) => text.trim()).join('\n\n')}\n` };
};

/** The notice of a package inside a file of another, as long as that file names the version that the row is about. */
const insideNotice = async ({ inside, file, names, name, version, grants }, root) => {
  const says = await readFile(join(root, 'node_modules', inside, file), 'utf8');
  if (!says.includes(names)) return { fault: `${inside}/${file} carries another ${name} than ${version}: src/packaging/licences/table.mjs is to follow` };
  const texts = await Promise.all(grants.map(written));
  return { name, notice: `${name} ${version} (${grants[0].licence}), inside ${inside}\n\n${texts.join('\n')}` };
};

/**
 * Collects the notices.
 *
 * @param {string[]} inputs paths of bundled files, relative to the root
 * @param {string[]} beside names of packages that are not bundled but installed with the program
 * @param {string} root absolute path of the repository
 * @returns {Promise<string>} name, version and licence of each package with copyright and permission, in order of names
 * @throws {Error} with a line for each package whose text is not known
 */
export const noticesOf = async (inputs, beside, root) => {
  const bundled = inputs.map((input) => packageOf(input.replaceAll('\\', '/'))).filter((folder) => folder !== undefined);
  const folders = [...new Set([...bundled, ...beside.map((name) => `node_modules/${name}`)])].toSorted();
  const found = await Promise.all(folders.map((folder) => noticeOf(join(root, folder))));
  for (const one of INSIDE_OTHERS.filter(({ inside }) => found.some(({ name }) => name === inside))) found.push(await insideNotice(one, root));
  const faults = found.flatMap(({ fault }) => fault ?? []);
  if (faults.length > 0) throw new Error(`the notices are not whole:\n  ${faults.join('\n  ')}`);
  return found
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ notice }) => notice)
    .join(`\n${'-'.repeat(72)}\n\n`);
};
