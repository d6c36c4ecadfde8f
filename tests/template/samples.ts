/** A block of each kind, as its schema gives it; of kinds that look different in different cases, several. */
import { type LeafBlock, type LeafKind, leafSchemas } from '../../src/content/blocks/index.ts';

const WRITTEN: { [K in LeafKind]: object[] } = {
  heading: [{ heading: 'Take **responsibility**' }],
  text: [{ text: ['One [link](https://example.org).', 'Two.'] }],
  tips: [
    { tips: 'Before you begin', items: ['Breathe', 'Sit down'] },
    { tips: 'In order', items: ['First', 'Then'], numbered: true },
  ],
  callout: (['note', 'example', 'pause', 'safety'] as const).map((callout) => ({ callout, title: 'A title', text: ['One', 'Two'], items: ['A point'] })),
  image: [{ image: 'bowl.png', alt: 'A mended bowl', caption: 'Mended', width: 0.5 }],
  question: [
    { question: 'What happened?', id: 'what', hint: 'Begin with the day.', lines: 6 },
    { question: 'In one line?', id: 'line', lines: 1 },
  ],
  checklist: [
    { checklist: 'Tick what is true', id: 'true', items: ['It names the act without any doubt', 'It names the effect'], other: true },
    { checklist: 'Many', id: 'many', items: Array.from({ length: 14 }, (_, index) => `A rather long item with the number ${index + 1}`), other: 'Or this' },
    { checklist: 'Short ones', id: 'short', items: ['Sun', 'Moon', 'Rain', 'Snow', 'Fog'] },
  ],
  choice: [
    { choice: 'Is it so?', id: 'so', options: ['Yes', 'No', 'Sometimes'] },
    { choice: 'And now?', id: 'now', options: ['I wait until tomorrow morning', 'I call'], other: true },
  ],
  scale: [
    { scale: 'How much trust?', id: 'trust', hint: 'Be honest.', labels: ['None', 'A great deal'] },
    { scale: 'How often?', id: 'often', labels: ['Never', 'Always'], from: 1, to: 5 },
  ],
  feelings: [
    {
      feelings: 'Tick every word',
      id: 'words',
      groups: [
        { name: 'Sad', words: ['low', 'lonely'] },
        { name: 'Glad', words: ['light', 'low'] },
      ],
      own: 'Other words',
    },
  ],
  complete: [
    { complete: 'I feel ____ when ____, because ____.', id: 'i', blanks: ['a feeling', 'what happens', 'why it matters'], tries: 3, hint: 'Three tries.' },
    { complete: 'When all of this comes back to me on a bad evening, what I would like you to do is ____', id: 'long', blanks: ['one thing'] },
  ],
  letter: [
    {
      letter: 'Write a draft',
      id: 'letter',
      hint: 'Short is good.',
      parts: [{ prompt: 'What I did', hint: 'Plainly', lines: 4 }, { prompt: 'What it did' }],
      check: { title: 'Read it once more', items: ['No if', 'No but'] },
      copy: { title: 'My apology, clean', salutation: 'Dear', closing: 'Yours' },
    },
    { letter: 'Only a clean page', id: 'clean', copy: { title: 'A letter', salutation: 'Dear' } },
  ],
  columns: [
    { columns: 'What we heard', id: 'heard', sides: [{ title: 'I heard', hint: 'In your words' }, { title: 'You meant' }], lines: 3, pairs: 3 },
    { columns: 'What we hope', id: 'hope', sides: [{ title: 'Mine' }, { title: 'Yours' }] },
  ],
  table: [
    { table: 'Triggers', id: 'triggers', columns: ['What', { title: 'What helps', width: 2 }], rows: 4 },
    { table: 'By step', id: 'steps', columns: ['Step', 'What I keep', 'Go back?'], rows: ['One', 'Two'] },
  ],
  log: [
    { log: 'Promises', id: 'promises', columns: ['Promise', 'Kept?'], rows: 8, number: 'Week' },
    { log: 'Visits', id: 'visits', columns: ['When', 'Whom'], rows: 3 },
  ],
  boundary: [{ boundary: 'Fill in a card', id: 'cards', cards: 3, parts: [{ label: 'My limit' }, { label: 'Why it matters', lines: 3 }] }],
  agreement: [
    { agreement: 'We agree', id: 'agree', statements: 4, names: ['My name', 'Your name'], review: 'We look again on' },
    { agreement: 'We agree on these', id: 'these', statements: ['We knock', 'We say so'], names: ['Name'], review: 'Until' },
  ],
  plan: [{ plan: 'The next step', id: 'next', what: 'What', when: 'When', who: 'Who', rows: 2 }],
  compare: [
    { compare: 'How much trust?', id: 'again', first: 'step/trust', before: 'At the start', now: 'Today' },
    { compare: 'Left out?', id: 'out', first: 'step/gone', before: 'Then', now: 'Now' },
  ],
  space: [
    { space: 'lined', id: 'more', title: 'More room', fill: true },
    { space: 'dotted', id: 'dots', lines: 5 },
    { space: 'blank', id: 'draw', title: 'Draw it', hint: 'Anything' },
  ],
  draw: [
    { draw: 'timeline', id: 'line', title: 'Mark it', hint: 'A word is enough.', places: ['Before', 'Then', 'Today'], alt: 'A line with three marks' },
    { draw: 'figure', id: 'body', title: 'Where is it?', places: ['Head', 'Chest', 'Belly', 'Hands'], alt: 'A person' },
    { draw: 'three-letters', id: 'letters', title: 'What becomes of it?', places: ['Keep', 'Say anew', 'Send'], alt: 'Three letters' },
    { draw: 'fence', id: 'fence', title: 'Whose is it?', places: ['Mine', 'Not mine'], alt: 'A fence' },
    { draw: 'path', id: 'weeks', title: 'Tick the weeks', places: Array.from({ length: 12 }, (_, week) => `Week ${week + 1}`), alt: 'A path' },
    { draw: 'circle', id: 'people', title: 'Who is there?', places: ['Listens', 'Laughs', 'Knows', 'Comes', 'Calls'], alt: 'A circle of people' },
    { draw: 'stones', id: 'stones', title: 'What of each?', places: ['Put down', 'Keep'], alt: 'Two stones' },
  ],
  'help-lines': [{ 'help-lines': 'These people listen.' }],
  'page-list': [
    { 'page-list': 'Begin with these', pages: ['#step/sheet'] },
    { 'page-list': 'When to use them', heads: ['Page', 'Go when'], pages: [{ page: '#step/sheet', cells: ['It is safe.'] }] },
  ],
  'page-break': [{ 'page-break': true }],
};

/** Sample blocks of a kind. */
export const samplesOf = (kind: LeafKind): LeafBlock[] =>
  WRITTEN[kind].map((written) => Object.assign({ kind, at: { file: '', start: 0, end: 0 } }, leafSchemas[kind].parse(written)) as LeafBlock);

export const KINDS = Object.keys(leafSchemas) as LeafKind[];
