/** The name that the record has in a file. */

/** Whose page-piece data it is (ISO 32000-1, 14.5). It says nothing to those who search a file for the name of the program. */
export const PIECE = 'MDBK';
