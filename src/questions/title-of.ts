/** Reads the title of a document. */
import type { Objects } from '../answers/objects.ts';

/** The title in the properties of a document; empty where it has none. */
export const titleOf = (objects: Objects): string => {
  const info = objects.asDict(objects.context.trailerInfo.Info);
  return (info && objects.text(info, 'Title')) ?? '';
};
