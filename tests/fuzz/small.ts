/** Workbooks that are quickly built. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** One with a block of nearly every kind: its files by their names below the folder of the language. */
export const SMALL: Record<string, string> = {
  'workbook.yaml': `title: Small & whole
subtitle: For trying things
language: en
date: 2026-01-31
variables:
  other:
    default: the other person
    partner: your partner
opening: [welcome]
steps: [one]
closing: [more]
`,
  'strings.yaml': 'step: Part\nminutes: "{{minutes}} minutes"\nfindHelp: Ask somebody whom you trust.\n',
  'pages/welcome.yaml': `title: Welcome
purpose: To begin with.
blocks:
  - text: [Read **this** first., "Then go on to [step one](#one)."]
  - tips: Before you begin
    numbered: true
    items: [Breathe, Sit down]
  - callout: pause
    text: You can stop here.
  - help-lines: These people listen.
  - scale: How much trust is there?
    id: trust
    labels: [None, A great deal]
`,
  'steps/one.yaml': `title: One
purpose: To write.
blocks:
  - worksheet: Words
    id: words
    purpose: To write them down.
    minutes: 10
    with: alone
    blocks:
      - question: What did {{other}} say?
        id: said
        hint: In short.
        lines: 4
      - checklist: What is true?
        id: is-true
        items: [It is hard, It is late]
        other: true
      - choice: Where are you?
        id: where
        options: [Here, There]
      - complete: I feel ____ when ____.
        id: i-feel
        blanks: [a feeling, what happened]
        tries: 2
      - feelings: What do you feel?
        id: feelings
        groups:
          - { name: Sad, words: [low, lonely] }
          - { name: Glad, words: [light, calm] }
        own: Other words
  - worksheet: Forms
    purpose: To fill in.
    minutes: 20
    with: together
    blocks:
      - columns: Two sides
        id: sides
        sides: [{ title: I heard }, { title: You meant }]
        lines: 3
      - table: By step
        id: table
        columns: [{ title: What, width: 2 }, When]
        rows: 3
      - log: Week by week
        id: log
        number: Week
        columns: [Promise, "Kept?"]
        rows: 8
      - boundary: Cards
        id: cards
        cards: 2
        parts: [{ label: My limit, lines: 2 }, { label: Why }]
  - worksheet: More forms
    purpose: To agree.
    minutes: 20
    with: either
    blocks:
      - agreement: We agree
        id: agree
        statements: 2
        names: [My name, Your name]
        review: We look again on
      - plan: The next step
        id: next
        what: What
        when: When
        who: Who
        rows: 2
      - letter: A draft
        id: letter
        parts: [{ prompt: What I did, lines: 3 }]
        check: { title: Read it aloud, items: [No if, No but] }
        copy: { title: Clean copy, salutation: Dear, closing: From }
`,
  'pages/more.yaml': `title: More room
purpose: For all that is left.
blocks:
  - compare: How much trust is there now?
    id: again
    first: welcome/trust
    before: Then
    now: Now
  - space: dotted
    id: room
    lines: 6
`,
};

/** One that is built in a moment: a cover, a page to read, a page to fill in. */
export const TINY: Record<string, string> = {
  'workbook.yaml': `title: Tiny
language: en
date: 2026-01-31
opening: [welcome]
steps: [one]
`,
  'pages/welcome.yaml': `title: Welcome
purpose: To begin with.
blocks:
  - text: ["Read **this** first: the quick brown fox jumps over the lazy dog, 1234567890."]
`,
  'steps/one.yaml': `title: One
purpose: To write.
blocks:
  - worksheet: Words
    purpose: To write them down.
    minutes: 10
    with: alone
    blocks:
      - question: What was said?
        id: said
        lines: 3
`,
};

/**
 * Writes a workbook.
 *
 * @param folder where the folder of its language goes
 */
export const writeWorkbook = async (folder: string, files: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, 'en', name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
};
