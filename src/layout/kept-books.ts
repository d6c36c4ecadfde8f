/** How long what was made for one book is kept in memory for later ones of the same process. */

/** It is forgotten after so many books that did not use it: more than 1, because an author may switch between a few editions. */
export const KEPT_BOOKS = 8;
