/** Templates with one mistake each, and where it has to be reported: the table of component-faults.test.ts. */

export const KIT = "import { Box, CheckField, Decoration, TextField, Words, useTheme, plain } from 'mendbook/kit';\n";
/** The footer of each page, as the body of a component. */
export const footer = (body: string, before = ''): Record<string, string> => ({
  'page-frame.tsx': `${KIT}${before}export const PageFrame = ({ title, page }) => {\n  ${body}\n};\n`,
});
const IMAGE = "import { Image } from 'mendbook/kit';\n";
/** The same of something that is drawn. */
export const drawing = (element: string, more?: string): Record<string, string> => footer(`return ${element};`, more);

export const cases: [title: string, files: Record<string, string>, line: RegExp, hint?: RegExp][] = [
  ['a slip in the syntax', drawing('<Box><Words>One</Box>'), /^page-frame\.tsx:3:\d+ template-code: expected valid TypeScript/],
  ['a function that is none', footer('return <Words>{title.toUpper()}</Words>;'), /^page-frame\.tsx:3:24 template-error: .*toUpper is not a function/],
  ['a name that nobody knows', footer('return <Words>{titel}</Words>;'), /^page-frame\.tsx:3:18 template-error: .*titel is not defined/],
  [
    'a component of the kit that was not imported',
    drawing('<Svg width={1} height={1} />'),
    /^page-frame\.tsx:3:\d+ template-error: .*Svg is not defined/,
    /import it: import \{ Svg \}/,
  ],
  ['a hook outside of a component', drawing('null', 'const theme = useTheme();\n'), /^page-frame\.tsx:2:15 hook-outside: /, /in the function of the component/],
  [
    'an import that is not there',
    { 'cover.tsx': "import { nice } from './nice.tsx';\nexport const Cover = nice;\n" },
    /^cover\.tsx:1:22 unknown-import: .*found "\.\/nice\.tsx"/,
  ],
  [
    'a name of react-pdf',
    { 'cover.tsx': "import { View } from 'mendbook/kit';\nexport const Cover = () => <View />;\n" },
    /^cover\.tsx:1:10 unknown-export: .*found "View"/,
    /here it is Box/,
  ],
  [
    'text that a component gives',
    footer('return "words";'),
    /^page-frame\.tsx:2:14 text-outside-words: expected text inside Words, found what PageFrame gives, "words"/,
  ],
  ['a number that a component gives', footer('return 7;'), /^page-frame\.tsx:2:14 text-outside-words: .*"7"/],
  ['a list of texts', footer('return ["a", "b"];'), /^page-frame\.tsx:2:14 text-outside-words: .*"a"/],
  [
    'a component that forgets to return',
    footer('<Words>One</Words>;'),
    /^page-frame\.tsx:2:14 no-elements: expected PageFrame to give elements or null, found nothing/,
    /return null/,
  ],
  ['an async component', { 'cover.tsx': 'export const Cover = async () => null;\n' }, /^cover\.tsx:1:14 async-component: /],
  [
    'an async component inside',
    drawing('<Late />', 'const Late = async () => null;\n'),
    /^page-frame\.tsx:2:7 async-component: expected Late to give elements or null, found a promise/,
  ],
  ['a map in place of elements', footer('return { title };'), /^page-frame\.tsx:2:14 wrong-result: .*found an object/],
  ['an element of web pages', drawing('<p>One</p>'), /^page-frame\.tsx:3:10 unknown-element: .*found <p>/, /<Words>/],
  ['a box of web pages', drawing('<div><Words>One</Words></div>'), /^page-frame\.tsx:3:10 unknown-element: .*found <div>/, /<Box>/],
  ['text in a box', drawing('<Box>One</Box>'), /^page-frame\.tsx:3:10 text-outside-words: expected text inside Words, found "One"/, /<Words>/],
  ['a count before &&', drawing('<Box>{[].length && <Words>One</Words>}</Box>'), /^page-frame\.tsx:3:10 text-outside-words: .*"0"/, /count > 0/],
  ['a style that nobody knows', drawing('<Box style={{ colour: "#000000" }} />'), /^page-frame\.tsx:3:10 unknown-style: .*found "colour"/, /"color"/],
  [
    'a style with a wrong word',
    drawing('<Box style={[{ flexDirection: "colum" }]} />'),
    /^page-frame\.tsx:3:10 wrong-style: .*for flexDirection, found "colum"/,
    /"column"/,
  ],
  ['a style with a wrong length', drawing('<Box style={{ width: "1foot" }} />'), /^page-frame\.tsx:3:10 wrong-style: .*for width, found "1foot"/],
  [
    'a style with no number',
    drawing('<Box style={{ width: page / "x" }} />'),
    /^page-frame\.tsx:3:10 wrong-style: expected a finite number for width, found NaN/,
  ],
  [
    'a colour by its name',
    drawing('<Words style={{ color: "teal" }}>One</Words>'),
    /^page-frame\.tsx:3:10 wrong-style: expected a colour such as "#0e5157" for color, found "teal"/,
  ],
  ['a prop that nobody knows', drawing('<Words typ="hint">One</Words>'), /^page-frame\.tsx:3:10 unknown-prop: .*Words has, found "typ"/, /"type"/],
  [
    'a type of words that nobody knows',
    drawing('<Words type="hints">One</Words>'),
    /^page-frame\.tsx:3:10 wrong-prop: .*type of words, found "hints"/,
    /"hint"/,
  ],
  ['a role that nobody knows', drawing('<Box role="H7" />'), /^page-frame\.tsx:3:10 wrong-prop: .*role, found "H7"/],
  [
    'a field without a name for screen readers',
    { 'blocks/question.tsx': `${KIT}export const Question = ({ name }) => <TextField name={name} />;\n` },
    /^blocks\/question\.tsx:2:39 missing-prop: expected a label/,
    /screen reader/,
  ],
  ['a component that has itself inside', drawing('<Again />', 'const Again = () => <Again />;\n'), /^page-frame\.tsx:2:\d+ template-endless: .*elements/],
  ['a function that calls itself', footer('return again();', 'const again = () => again();\n'), /^page-frame\.tsx:2:\d+ template-endless: .*calls itself/],
  ['a loop without end', footer('let at = 0; while (true) at += 1;\n  return null;'), /^page-frame\.tsx:3:\d+ template-endless: .*a loop that has not ended/],
  [
    'a loop without end before any page',
    drawing('null', 'for (;;) {\n  String(1);\n}\n'),
    /^page-frame\.tsx:2:\d+ template-endless: |^page-frame\.tsx:3:\d+ template-endless: /,
  ],
  [
    'something thrown that is no error',
    footer('throw "up";'),
    /^page-frame\.tsx:2:14 template-error: expected a component that runs, found one that throws "up"/,
    /new Error/,
  ],
  ['an end of the program', footer('process.exit(0);'), /^page-frame\.tsx:3:11 template-error: .*process\.exit\(\) ends the program/],
  [
    'an end of the program by an import',
    { 'page-frame.tsx': "import { exit } from 'node:process';\nexport const PageFrame = () => exit(0);\n" },
    /^page-frame\.tsx:2:32 template-error: .*process\.exit\(\)/,
  ],
  [
    'a file that exports nothing',
    { 'cover.tsx': 'const Cover = () => null;\n' },
    /^cover\.tsx:1:1 missing-export: expected cover\.tsx to export Cover, found no export/,
    /export const Cover/,
  ],
  [
    'a default export',
    { 'cover.tsx': 'export default () => null;\n' },
    /^cover\.tsx:1:8 missing-export: .*found a default export/,
    /in place of "export default"/,
  ],
  [
    'an element in place of a component',
    { 'cover.tsx': `${KIT}export const Cover = <Box />;\n` },
    /^cover\.tsx:2:14 not-a-component: .*found an element/,
    /\(\) => /,
  ],
  [
    'a default export of template.tsx that is a component',
    { 'template.tsx': 'export default () => null;\n' },
    /^template\.tsx:1:8 no-components: .*found function/,
  ],
  [
    'two components for one place',
    { 'cover.tsx': 'export const Cover = () => null;\n', 'template.tsx': 'export default { Cover: () => null };\n' },
    /^cover\.tsx:1:14 given-twice: .*one in template\.tsx and another in cover\.tsx/,
  ],
  [
    'words of an author without Prose',
    { 'blocks/question.tsx': `${KIT}export const Question = ({ block }) => <Words>{block.question}</Words>;\n` },
    /^blocks\/question\.tsx:2:40 wrong-child: expected words or elements inside <Words>, found an object/,
    /<Prose/,
  ],
  ['a map among the children', drawing('<Box>{[{ title }]}</Box>'), /^page-frame\.tsx:3:10 wrong-child: .*inside <Box>, found an object/],
  [
    'Prose of what is no prose',
    drawing('<Words><Prose of={title} /></Words>', "import { Prose } from 'mendbook/kit';\n"),
    /^page-frame\.tsx:4:17 wrong-prop: .*for Prose, found a string/,
    /plain text/,
  ],
  [
    'a state that is set without end',
    footer('const [at, setAt] = useState(0); setAt(at + 1); return null;', "import { useState } from 'react';\n"),
    /^page-frame\.tsx:3:14 template-endless: .*sets its state each time it is drawn: PageFrame/,
  ],
  [
    'a component that waits for a promise',
    footer('use(new Promise(() => {})); return null;', "import { use } from 'react';\n"),
    /^page-frame\.tsx:3:14 async-component: .*waits for a promise/,
  ],
  [
    'a component that is loaded later',
    drawing('<Late />', "import { lazy } from 'react';\nconst Late = lazy(() => new Promise(() => {}));\n"),
    /^page-frame\.tsx:5:10 async-component: .*behind <Late>, found one that is loaded later/,
  ],
  [
    'a component that is loaded later, as an export',
    { 'cover.tsx': "import { lazy } from 'react';\nexport const Cover = lazy(() => new Promise(() => {}));\n" },
    /^cover\.tsx:2:14 async-component: /,
  ],
  ['a timer', footer('setInterval(() => {}, 1000); return null;'), /^page-frame\.tsx:3:3 template-error: .*setInterval\(\) comes too late/],
  [
    'a timer by another name',
    footer('globalThis.setTimeout(() => {}, 1000); return null;'),
    /^page-frame\.tsx:3:\d+ template-error: .*setTimeout\(\) comes too late/,
  ],
  ['a promise that fails', footer('Promise.reject(new Error("lost")); return null;'), /^page-frame\.tsx:3:18 template-error: .*lost/],
  [
    'an error without a stack',
    footer('const error = new Error("up"); error.stack = undefined; throw error;'),
    /^page-frame\.tsx:2:14 template-error: .*found an error: up/,
  ],
  [
    'an error in what is exported',
    { 'template.tsx': 'export default { get Cover() { throw new Error("up"); } };\n' },
    /^template\.tsx:1:\d+ template-error: .*up/,
  ],
  ['a link that is no link', drawing('<Box link="#top" />'), /^page-frame\.tsx:3:10 wrong-prop: expected an address and a description for the link/],
  [
    'a link that leads nowhere',
    drawing('<Box link={{ to: "javascript:%zz", description: "Top" }} />'),
    /^page-frame\.tsx:3:10 wrong-prop: expected an address for the link, found "javascript:%zz"/,
  ],
  ['a figure without words', drawing('<Box role="Figure" />'), /^page-frame\.tsx:3:10 missing-prop: expected words for those who cannot see the figure/],
  [
    'a field of fewer than no lines',
    { 'blocks/question.tsx': `${KIT}export const Question = ({ name }) => <TextField name={name} label="x" lines={-2} />;\n` },
    /^blocks\/question\.tsx:2:39 wrong-prop: expected a number above 0 for lines, found -2/,
  ],
  [
    'a weight that no font has',
    drawing('<Words style={{ fontWeight: "heavyy" }}>One</Words>'),
    /^page-frame\.tsx:3:10 wrong-style: expected a weight such as 400, 700 or "bold" for fontWeight, found "heavyy"/,
  ],
  [
    'a drawing of no size',
    drawing('<Svg width="wide" />', "import { Svg } from 'mendbook/kit';\n"),
    /^page-frame\.tsx:4:10 wrong-prop: .*for width, found "wide"/,
  ],
  [
    'a sign that no field has',
    { 'blocks/question.tsx': `${KIT}export const Question = ({ name }) => <CheckField name={name} label="x" sign="cross" />;\n` },
    /^blocks\/question\.tsx:2:39 wrong-prop: expected "tick" or "ring" for sign, found "cross"/,
  ],
  ['a field of no kind', drawing('<Box field={{ kind: "text" }} />'), /^page-frame\.tsx:3:10 wrong-prop: .*TextField.* for field, found \{"kind":"text"\}/],
  [
    'a flow that nobody knows',
    drawing('<Box flow={{ brakeBefore: true }} />'),
    /^page-frame\.tsx:3:10 wrong-prop: expected \{ breakBefore, .* for flow, found/,
  ],
  [
    'a picture from elsewhere',
    drawing('<Image src="https://example.org/seal.png" />', IMAGE),
    /^page-frame\.tsx:4:10 wrong-prop: expected a picture for src, found the address "https:\/\/example\.org\/seal\.png"/,
    /nothing is fetched/,
  ],
  [
    'a picture that is not there',
    drawing('<Image src="seal.png" />', IMAGE),
    /^page-frame\.tsx:4:10 wrong-prop: expected a picture for src, found none at "seal\.png"/,
  ],
  [
    'a picture that is none',
    { ...drawing('<Image src="seal.png" />', IMAGE), 'seal.png': 'a seal' },
    /^page-frame\.tsx:4:10 wrong-prop: .*found something else at "seal\.png"/,
  ],
  [
    'a family that is not of the theme',
    drawing('<Words style={{ fontFamily: "Helvetica" }}>One</Words>'),
    /^page-frame\.tsx:3:10 wrong-style: expected a family of the theme, such as .* for fontFamily, found "Helvetica"/,
  ],
  [
    'a name that PDF takes for two',
    drawing('<CheckField name="a.b" label="x" />'),
    /^page-frame\.tsx:3:10 wrong-prop: expected a name without full stops and spaces for name, found "a\.b"/,
  ],
  [
    'a letter that no font has',
    drawing('<Words>中</Words>'),
    /^page-frame\.tsx:3:17 missing-glyph: expected a character that the fonts of the theme have, found "中" on page \d/,
  ],
  ['a picture among the letters', drawing('<Words>🌱</Words>'), /^page-frame\.tsx:3:17 missing-glyph: .*found "🌱" on page \d/],
  [
    'two fields of one name',
    { 'blocks/question.tsx': `${KIT}export const Question = () => <Box><CheckField name="same" label="x" /><CheckField name="same" label="y" /></Box>;\n` },
    /^blocks\/question\.tsx:2:72 field-twice: .*found "same" on page 3 and on page 3/,
  ],
  [
    'a field beside its page',
    { 'blocks/question.tsx': `${KIT}export const Question = ({ name }) => <Box style={{ marginLeft: 900 }}><CheckField name={name} label="x" /></Box>;\n` },
    /^blocks\/question\.tsx:2:72 field-outside: expected the field "one_what" inside its page, found one that reaches \d+ points over the edge/,
  ],
  ['a name that gives no component', drawing('<Box.Inner />'), /^page-frame\.tsx:3:10 no-component: expected a component behind <Box\.Inner>, found nothing/],
];
