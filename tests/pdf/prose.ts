/** What people type: written for these tests, in different hands. Each is long enough for the largest field when repeated. */

const hands = {
  plain:
    'I told you that the money was safe when it was not, and I let you go on believing it for most of a year. You found the letter on a ' +
    'Tuesday evening, and since then you have not slept well. I want to put this right. ',
  'short words': 'I am sad. It is so. We had it all, and I let it go. He is at it too, or so it is to me. If I go, do I go on my own? ',
  'long words':
    'Misunderstandings accumulated throughout November; reconciliation appointments, counselling recommendations and uncomfortable ' +
    'conversations notwithstanding, responsibilities remained unacknowledged. ',
  'names and numbers':
    'On 24 December 2024, Margaret Whitcombe-Mwangi (MMW) wrote to William at 1187 Wimmera Way, Melbourne, about $4,620.50; William ' +
    'answered on Wednesday, 8 January, at 11:45 PM. ',
  'a list': '- ring Mum on Mondays\n- no more secrets about money\n- tell you the same day, not later\n- when I am late, I send a message\n',
  accents: 'Señor Núñez said: “Mañana, en el café.” – Straße, groß, naïve, œuvre, Ærø, 20 €, it’s déjà vu… ',
} as const;

export type Hand = keyof typeof hands;
export const HANDS = Object.keys(hands) as Hand[];

/** So many characters by a hand. */
export const write = (hand: Hand, length: number): string => hands[hand].repeat(Math.ceil(length / hands[hand].length)).slice(0, length);

/**
 * More than fits into a field by a hand, but no more than twice as much: a character of the smallest type that is typed takes more than
 * 40 square points of paper.
 * @param rect The field in points: left, bottom, right, top
 */
export const writeTooMuch = (hand: Hand, [left, bottom, right, top]: readonly [number, number, number, number]): string =>
  write(hand, 60 + Math.ceil(((right - left) * (top - bottom)) / 40));
