/** The progress of a build from text to pages. */

export interface Progress {
  /** The text is set, pages get their frames, or pages are drawn. */
  stage: 'text' | 'frames' | 'drawing';
  /** How many parts of the text, or pages, are done. */
  done: number;
  of: number;
}

/** Called after each batch. */
export type OnProgress = (progress: Progress) => void;
