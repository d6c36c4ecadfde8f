/** A typing mistake in the syntax of YAML, and the edits that fix it. */

/** A replacement of the text between two offsets. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** A character that is not what it looks like, with the edits that fix it. */
export interface Typo {
  code: 'tab' | 'yaml';
  message: string;
  hint: string;
  /** Whether it is in the indentation of its line. */
  indent: boolean;
  /** Offsets into the text. */
  start: number;
  end: number;
  edits: Edit[];
}
