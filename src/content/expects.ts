/** What a space to write in is meant for: it says how much the space has to hold. */
export const EXPECTS = ['number', 'date', 'name', 'few-words', 'sentence', 'story'] as const;

export type Expects = (typeof EXPECTS)[number];
