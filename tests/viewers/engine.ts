/** A program that fills in forms, as all tests of this folder see it. */
import type { Bitmap } from '../readers/pdfium.ts';
import type { Answers, Values } from './answers.ts';

export interface Engine {
  name: string;
  /** Fills in what is given, leaves all else alone, and saves. */
  fill(bytes: Uint8Array, answers: Answers): Promise<Uint8Array>;
  /** The value of every field, as the program shows or tells it. */
  read(bytes: Uint8Array): Promise<Values>;
  /** Draws pages as on a screen and as on paper; programs without eyes have none. */
  see?: (bytes: Uint8Array, medium: Medium) => Promise<Seen>;
}

export type Medium = 'screen' | 'paper';

/** Pages from 0, drawn when they are asked for. */
export interface Seen {
  page(index: number): Promise<Bitmap>;
  close(): Promise<void>;
}

/** Pixels a point in all pictures. */
export const SCALE = 2;
