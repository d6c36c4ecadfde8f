/** The elements of the page's HTML that the script uses, found by their ids. */

const part = <E extends HTMLElement>(id: string, kind: new () => E): E => {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`the page has no ${id}`);
  return element;
};

export const elements = {
  title: part('title', HTMLElement),
  contents: part('contents', HTMLElement),
  contentsToggle: part('contents-toggle', HTMLButtonElement),
  entries: part('entries', HTMLElement),
  options: part('options', HTMLElement),
  optionsToggle: part('options-toggle', HTMLButtonElement),
  controls: part('controls', HTMLFormElement),
  choose: part('choose', HTMLDetailsElement),
  chosenParts: part('chosen', HTMLOListElement),
  parts: part('parts', HTMLUListElement),
  packet: part('packet', HTMLFormElement),
  packetTitle: part('packet-title', HTMLInputElement),
  packetNote: part('packet-note', HTMLTextAreaElement),
  packetSaved: part('packet-saved', HTMLElement),
  answers: part('answers', HTMLElement),
  answersToggle: part('answers-toggle', HTMLButtonElement),
  copyChoose: part('copy-choose', HTMLButtonElement),
  copyFile: part('copy-file', HTMLInputElement),
  copySaid: part('copy-said', HTMLElement),
  copyNotes: part('copy-notes', HTMLDetailsElement),
  copyProblems: part('copy-problems', HTMLOListElement),
  copyLocked: part('copy-locked', HTMLFormElement),
  copyLockedWords: part('copy-locked-words', HTMLElement),
  copyPassword: part('copy-password', HTMLInputElement),
  copyOpen: part('copy-open', HTMLElement),
  copies: part('copies', HTMLFieldSetElement),
  copiesSwap: part('copies-swap', HTMLButtonElement),
  copiesClose: part('copies-close', HTMLButtonElement),
  agreedChoice: part('agreed-choice', HTMLElement),
  agreed: part('agreed', HTMLInputElement),
  comparison: part('comparison', HTMLElement),
  comparisonPrint: part('comparison-print', HTMLButtonElement),
  comparisonLines: part('comparison-lines', HTMLElement),
  copyMarkdown: part('copy-markdown', HTMLButtonElement),
  onlyAnswered: part('only-answered', HTMLInputElement),
  answersTitle: part('answer-lines-title', HTMLElement),
  answerLines: part('answer-lines', HTMLElement),
  previous: part('previous', HTMLButtonElement),
  next: part('next', HTMLButtonElement),
  pageNumber: part('page-number', HTMLInputElement),
  pageCount: part('page-count', HTMLElement),
  smaller: part('smaller', HTMLButtonElement),
  larger: part('larger', HTMLButtonElement),
  zoom: part('zoom', HTMLSelectElement),
  download: part('download', HTMLAnchorElement),
  pages: part('pages', HTMLElement),
  stage: part('stage', HTMLElement),
  copyStage: part('copy-stage', HTMLElement),
  problems: part('problems', HTMLElement),
  problemsTitle: part('problems-title', HTMLElement),
  problemsNote: part('problems-note', HTMLElement),
  problemsList: part('problems-list', HTMLElement),
  problemsClose: part('problems-close', HTMLButtonElement),
  problemsToggle: part('problems-toggle', HTMLButtonElement),
  status: part('status', HTMLElement),
};

/** Creates an element with a class and a text. */
export const newElement = <K extends keyof HTMLElementTagNameMap>(kind: K, className = '', words = ''): HTMLElementTagNameMap[K] => {
  const element = document.createElement(kind);
  if (className) element.className = className;
  if (words) element.textContent = words;
  return element;
};
