/** A mistake for each code that tells of the code of a template, and of the commands that make one. */
import { readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { shippedTemplates } from '../../../src/theme/find-template.ts';
import { eject } from '../../../src/commands/template/eject.ts';
import { newTemplate } from '../../../src/commands/template/new.ts';
import { NOTHING } from '../../../src/trust/trust.ts';
import type { Mistake, Mistakes, Place } from './place.ts';
import { trust } from '../../../src/commands/template/trust.ts';

const KIT = "import { Box, CheckField, TextField, Words, useTheme } from 'mendbook/kit';\n";

/** A template of these files, in a build. */
const files =
  (of: Record<string, string>): Mistake =>
  async (place) => {
    await place.template(of);
    return place.build({ template: './look' });
  };
/** The frame of each page, as the body of a component. */
const frame = (body: string, before = ''): Mistake => files({ 'page-frame.tsx': `${KIT}${before}export const PageFrame = ({ title }) => {\n  ${body}\n};\n` });
const drawing = (element: string): Mistake => frame(`return ${element};`);
/** The component for questions. */
const question = (element: string): Mistake => files({ 'blocks/question.tsx': `${KIT}export const Question = ({ name }) => ${element};\n` });

export const template: Mistakes<'template'> = {
  'async-component': files({ 'cover.tsx': 'export const Cover = async () => null;\n' }),
  'field-outside': question('<Box style={{ marginLeft: 900 }}><CheckField name={name} label="x" /></Box>'),
  'field-twice': question('<Box><CheckField name="same" label="x" /><CheckField name="same" label="y" /></Box>'),
  'given-twice': files({ 'cover.tsx': 'export const Cover = () => null;\n', 'template.tsx': 'export default { Cover: () => null };\n' }),
  'hook-outside': frame('return null;', 'const theme = useTheme();\n'),
  'missing-component': async (place) => {
    await place.template({ 'cover.tsx': 'export const Cover = () => null;\n' }, await readFile(path.join(shippedTemplates(), 'calm/theme.yaml'), 'utf8'));
    return place.build({ template: './look' });
  },
  'missing-export': files({ 'cover.tsx': 'const Cover = () => null;\n' }),
  'missing-prop': question('<TextField name={name} />'),
  'no-component': drawing('<Box.Inner />'),
  'no-components': files({ 'template.tsx': 'export default () => null;\n' }),
  'no-elements': frame('<Words>One</Words>;'),
  'not-a-component': files({ 'cover.tsx': `${KIT}export const Cover = <Box />;\n` }),
  'template-code': drawing('<Box><Words>One</Box>'),
  'template-endless': async (place) => {
    await place.template({ 'page-frame.tsx': 'export const PageFrame = () => {\n  let at = 0;\n  while (true) at += 1;\n};\n' });
    return place.build({ template: './look' }, { limits: { time: 200 } });
  },
  'template-error': frame('return <Words>{title.toUpper()}</Words>;'),
  'text-outside-words': drawing('<Box>One</Box>'),
  'unknown-element': drawing('<p>One</p>'),
  'unknown-export': files({ 'cover.tsx': "import { View } from 'mendbook/kit';\nexport const Cover = () => <View />;\n" }),
  'unknown-import': files({ 'cover.tsx': "import { nice } from './nice.tsx';\nexport const Cover = nice;\n" }),
  'unknown-prop': drawing('<Words typ="hint">One</Words>'),
  'unknown-style': drawing('<Box style={{ colour: "#000000" }} />'),
  'unused-component': files({ 'page-frame.tsx': 'export const PageFrame = () => null;\nexport const Cover = () => null;\n' }),
  'unused-file': files({ 'coverr.tsx': 'export const Cover = () => null;\n' }),
  'untrusted-template': async (place) => {
    await place.template({ 'cover.tsx': 'export const Cover = () => null;\n', 'parts/mark.tsx': '' });
    return place.build({ template: './look' }, { trust: NOTHING });
  },
  'wrong-child': drawing('<Box>{{ title }}</Box>'),
  'wrong-prop': drawing('<Words type="hints">One</Words>'),
  'wrong-result': frame('return { title };'),
  'wrong-style': drawing('<Words style={{ color: "teal" }}>One</Words>'),
};

const take = (place: Place, component: string, into = 'look') => place.run((streams) => eject({ component, into, ...streams }));

export const ejecting: Mistakes<'eject'> = {
  'already-ejected': async (place) => {
    await place.template({ 'cover.tsx': 'export const Cover = () => null;\n' });
    return take(place, 'Cover');
  },
  'file-kept': async (place) => {
    await place.template({ 'parts/ask.tsx': '// mine\n' });
    return take(place, 'scale');
  },
  'file-there': async (place) => {
    await place.template({ 'cover.tsx': '// mine\n' });
    return take(place, 'Cover');
  },
  'folder-in-use': async (place) => {
    await place.template({});
    return place.run((streams) => newTemplate({ name: './look', extends: 'calm', ...streams }));
  },
  'no-folder': (place) => place.run((streams) => eject({ component: 'Cover', ...streams })),
  'not-ejectable': async (place) => {
    await place.write({ 'theirs/theme.yaml': 'extends: calm\n', 'theirs/template.tsx': 'export default { Cover: () => null };\n' });
    await place.template({}, 'extends: ../theirs\n');
    await place.run((streams) => trust({ folder: 'theirs', ...streams }));
    return take(place, 'Cover');
  },
  'nothing-to-eject': async (place) => {
    await place.template({}, 'about: All by itself.\n');
    return take(place, 'Cover');
  },
  'shipped-template': (place) => take(place, 'Cover', path.join(shippedTemplates(), 'calm')),
  'template-linked': async (place) => {
    await place.write({ 'elsewhere/kit.d.ts': 'words of mine' });
    await place.template({});
    await symlink(place.path('elsewhere'), place.path('look/.mendbook'));
    return take(place, 'Cover');
  },
  'unknown-component': async (place) => {
    await place.template({});
    return take(place, 'Covr');
  },
};
