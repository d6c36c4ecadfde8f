/** The parts of a workbook that a copy asks about, by the places of its questions. */

/** The names of the parts that questions are in: each page or step, and each worksheet. */
export const askedParts = (questions: readonly { place: string }[]): string[] => {
  const places = [...new Set(questions.map(({ place }) => place))].filter((place) => place !== '');
  return [...new Set(places.flatMap((place) => [place.split('/')[0] ?? place, place]))];
};

/** Whether a place is a part, or in it: `today/today-in-words` is in `today`. */
export const isInPart = (place: string, part: string): boolean => place === part || place.startsWith(`${part}/`);
