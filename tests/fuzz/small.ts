/** A workbook that is quickly built and has a block of nearly every kind. */

/** Its files by their names below the folder of the language. */
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
