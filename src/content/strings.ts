/** The type of the texts that the program itself prints on pages; content/strings/ has a file for each language. */
export interface Strings {
  contents: string;
  step: string;
  /** With {{number}} and {{steps}}. */
  stepOf: string;
  /** With {{page}} and {{pages}}. */
  pageOf: string;
  /** With {{minutes}}. */
  minutes: string;
  /** A longer time, with {{hours}}. */
  hours: string;
  /** With {{time}}, which one of the two above is put in for, and {{sittings}}, always more than one. */
  sittings: string;
  alone: string;
  together: string;
  /** Under it, on a worksheet that is done together. */
  ifBothCanSayNo: string;
  either: string;
  inThisStep: string;
  /** Before what is for one of the two, in an edition for both: a sentence each. */
  forBrokeTrust: string;
  forWasHurt: string;
  note: string;
  example: string;
  pause: string;
  safety: string;
  somethingElse: string;
  /** Accessible names of what has no words of its own. */
  row: string;
  name: string;
  date: string;
  signature: string;
  /** With {{page}}. */
  seePage: string;
  tick: string;
  draft: string;
  card: string;
  preparedFor: string;
  ownWords: string;
  /** A cell of a rating, with {{number}} first (it is what is printed) and {{most}}. */
  outOf: string;
  /** Over a page that a booklet has left. */
  notesPage: string;
  /** Over a page that leaves the book, where it may have something on its back. */
  ownSheet: string;
  /** On an empty page before one that leaves the book: it stays there, and must not tell that a sheet was taken out. */
  leftEmpty: string;
  /** Under help lines; with {{date}}. */
  checkedOn: string;
  /** Instead of help lines, where no country was chosen: how to find help. */
  findHelp: string;
  /** Over a note for a part of a packet, and over the note for the whole. */
  partNote: string;
  /** In words to one reader; both with {{date}}. */
  session: string;
  nextAppointment: string;
  packetNote: string;
  /** Under the title: of pages that were chosen, and with {{steps}} of some steps. */
  chosenPages: string;
  someSteps: string;
  /** At the head of loose sheets. */
  safetyLine: string;
  /** The counselor's edition: what a page of notes is, with {{page}}; and a page of the guide at its front, with {{page}}. */
  notesFor: string;
  /** Of notes for several pages, with {{from}} and {{to}}. */
  notesForSome: string;
  guidePage: string;
  counselorEdition: string;
  notesEdition: string;
  /** Large on the cover of the counselor's edition. */
  notForClients: string;
  /** Small on the cover of an edition for one reader. */
  copyBrokeTrust: string;
  copyWasHurt: string;
  counselorNotes: string;
  goal: string;
  lookFor: string;
  cautions: string;
  debrief: string;
  /** A discreet copy: its title, and bookmarks with {{number}}. */
  discreetTitle: string;
  discreetPart: string;
  /** A flattened copy: what a ticked box says after its label. */
  ticked: string;
  /** Where an answer is longer than its box, with {{page}}; the heading of the pages at the end, and with {{page}} where an answer was begun. */
  continuedOn: string;
  continuedAnswers: string;
  continuedFrom: string;
  /** Over the rest of a list that a page ends within; with {{prompt}}, what the list is about. */
  listContinued: string;
}
