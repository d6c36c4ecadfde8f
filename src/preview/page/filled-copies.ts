/** Opens filled copies: their pages in front, their answers beside them, and two copies compared. All of it is in this page’s memory alone. */
import { counted } from '../../diagnostics/counted.ts';
import { asMarkdown } from '../../questions/as-text.ts';
import type { AnsweredQuestion, FilledCopy } from '../../questions/answered.ts';
import { compareCopies } from '../../questions/progress.ts';
import { notKnownAsOne, ofTwoPeople } from '../../questions/two-people.ts';
import type { Problem } from '../protocol.ts';
import { answerList } from './answer-list.ts';
import { comparisonElements } from './comparison.ts';
import { onDroppedFiles } from './drop-files.ts';
import { elements, newElement } from './page-elements.ts';
import { closeOverlays, openAnswers } from './panels.ts';
import { problemItem } from './problems.ts';
import { printComparison } from './print-comparison.ts';
import { type GivenFile, openedAtFirst, readCopy } from './read-copy.ts';
import { bringToFront, filledCopy } from './shown-pages.ts';

interface Opened extends GivenFile {
  password: string | undefined;
  copy: FilledCopy;
  problems: Problem[];
}

/** A day of this computer’s calendar as an ISO date. */
const dayOf = (time: number): string => {
  const date = new Date(time);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

/** As many copies are compared. */
const MOST = 2;

export class FilledCopies {
  readonly #say: (words: string) => void;
  /** The earlier one first. */
  #opened: Opened[] = [];
  /** The one that is read, with the pages of its fields. */
  #shown: { opened: Opened; fieldPages: ReadonlyMap<string, number> } | undefined;
  /** What asks for a password. */
  #locked: GivenFile | undefined;
  /** Files are read one after the other. */
  #reading: Promise<void> = Promise.resolve();

  /** @param say tells what has happened, to everyone */
  constructor(say: (words: string) => void) {
    this.#say = (words) => {
      // Here it stays until something else happens to the copies; the status line goes on to tell of builds.
      elements.copySaid.textContent = words;
      say(words);
    };
    onDroppedFiles((files) => this.#take(files));
    elements.copyChoose.addEventListener('click', () => elements.copyFile.click());
    elements.copyFile.addEventListener('change', () => {
      this.#take([...(elements.copyFile.files ?? [])]);
      // The same file may be chosen again after it was saved.
      elements.copyFile.value = '';
    });
    elements.copyLocked.addEventListener('submit', (event) => {
      event.preventDefault();
      const [locked, password] = [this.#locked, elements.copyPassword.value];
      elements.copyPassword.value = '';
      if (locked) this.#later(() => this.#open(locked, password));
    });
    elements.copiesSwap.addEventListener('click', () => {
      this.#opened.reverse();
      this.#listCopies();
      this.#compare();
    });
    elements.copiesClose.addEventListener('click', () => this.#close());
    elements.agreed.addEventListener('change', () => this.#compare());
    elements.onlyAnswered.addEventListener('change', () => this.#listAnswers());
    elements.comparisonPrint.addEventListener('click', () => void this.#print());
    elements.copyMarkdown.addEventListener('click', () => void this.#copyMarkdown());
  }

  /** Opens the copy that the command line has named, if there is one. */
  async openFirst(): Promise<void> {
    const given = await openedAtFirst();
    if (given) this.#later(() => this.#open(given));
    return this.#reading;
  }

  #later(task: () => Promise<void>): void {
    this.#reading = this.#reading.then(task).catch((thrown: unknown) => this.#say(`The copy cannot be opened: ${String(thrown)}`));
  }

  #take(files: readonly File[]): void {
    for (const file of files) this.#later(async () => this.#open({ file: file.name, bytes: await file.arrayBuffer(), saved: dayOf(file.lastModified) }));
  }

  async #open(given: GivenFile, password?: string): Promise<void> {
    openAnswers();
    this.#say(`Reading ${given.file}`);
    const { copy, problems, locked } = await readCopy(given, password);
    this.#locked = locked ? given : undefined;
    elements.copyLocked.hidden = !locked;
    if (!copy) {
      elements.copyNotes.open = true;
      // What the hints say of passwords is for the command line.
      elements.copyProblems.replaceChildren(...problems.map((problem) => problemItem(locked ? { ...problem, hints: [] } : problem)));
      elements.copyLockedWords.textContent = `Password of ${given.file}`;
      if (locked) elements.copyPassword.focus();
      return this.#say(locked ? `${given.file} asks for a password` : `${given.file} cannot be read: ${problems[0]?.message ?? ''}`);
    }
    const opened: Opened = { ...given, password, copy, problems };
    // A third one takes the place of the later one.
    this.#opened = [...this.#opened.slice(0, MOST - 1), opened];
    elements.agreed.checked = false;
    await this.#show(opened);
    const answers = counted(copy.questions.filter(({ answer }) => answer).length, 'answer');
    this.#say(this.#opened.length === MOST ? `${given.file}: ${answers}, compared with ${this.#opened[0]?.file}` : `${given.file}: ${answers}`);
  }

  /** Brings a copy to the front. */
  async #show(opened: Opened): Promise<void> {
    bringToFront('copy');
    let fieldPages: ReadonlyMap<string, number> = new Map();
    try {
      // The pages take their bytes over; these are needed when the reader comes back to this copy.
      await filledCopy.show(opened.bytes.slice(0), opened.password);
      fieldPages = await filledCopy.fieldPages();
    } catch (thrown) {
      // The answers can be read all the same.
      filledCopy.close();
      bringToFront('workbook');
      this.#say(`The pages of ${opened.file} cannot be shown: ${String(thrown)}`);
    }
    this.#shown = { opened, fieldPages };
    elements.copyProblems.replaceChildren(...opened.problems.map(problemItem));
    // What was read and may be wrong is looked at after the answers.
    elements.copyNotes.open = false;
    elements.answersTitle.textContent = `Answers in ${opened.file}`;
    elements.copyOpen.hidden = false;
    this.#listCopies();
    this.#compare();
    this.#listAnswers();
  }

  #listCopies(): void {
    const legend = elements.copies.querySelector('legend') ?? newElement('legend');
    elements.copiesSwap.hidden = this.#opened.length < MOST;
    elements.copies.replaceChildren(
      legend,
      ...this.#opened.map((opened, index) => {
        const label = newElement('label', 'switch');
        const button = newElement('input');
        Object.assign(button, { type: 'radio', name: 'copy', checked: opened === this.#shown?.opened });
        button.addEventListener('change', () => this.#later(() => this.#show(opened)));
        label.append(button, newElement('span', '', `${index + 1}  ${opened.file}`));
        return label;
      }),
    );
  }

  /** Compares two copies: those of two people only where both have agreed. */
  #compare(): void {
    const two = this.#opened.length === MOST;
    const mixed = two ? ofTwoPeople(this.#opened) : undefined;
    elements.comparison.hidden = !two;
    elements.agreedChoice.hidden = mixed === undefined;
    if (!two) return;
    const refused = mixed !== undefined && !elements.agreed.checked;
    elements.comparisonPrint.hidden = refused;
    elements.comparisonLines.replaceChildren(
      ...(refused
        ? [newElement('p', 'note', `Expected copies of one person, found ${mixed}. They are compared where both have agreed.`)]
        : [
            ...(mixed === undefined ? notKnownAsOne(this.#opened) : []).map(({ message }) => newElement('p', 'note', `${message.replace(/^e/, 'E')}.`)),
            ...comparisonElements(compareCopies(this.#opened), mixed !== undefined),
          ]),
    );
  }

  /** Has the comparison made as a PDF to print. */
  async #print(): Promise<void> {
    this.#say('Making the PDF of the comparison');
    elements.comparisonPrint.disabled = true;
    try {
      await printComparison(this.#opened, elements.agreed.checked);
      this.#say('The comparison is a PDF now: progress.pdf');
    } catch (thrown) {
      this.#say(thrown instanceof Error ? thrown.message : String(thrown));
    } finally {
      elements.comparisonPrint.disabled = false;
    }
  }

  /** The questions of the copy that is read, as they are chosen. */
  get #questions(): AnsweredQuestion[] {
    const { questions = [] } = this.#shown?.opened.copy ?? {};
    return elements.onlyAnswered.checked ? questions.filter(({ answer }) => answer) : questions;
  }

  #listAnswers(): void {
    const { fieldPages } = this.#shown ?? {};
    const names = [...(fieldPages ?? [])];
    const pageOf = (id: string): number | undefined => names.find(([name]) => name === id || name.startsWith(`${id}_`))?.[1];
    const list = answerList(this.#questions, {
      pageOf,
      go: (page) => {
        filledCopy.goToPage(page);
        closeOverlays();
      },
    });
    elements.answerLines.replaceChildren(...(list.length > 0 ? list : [newElement('p', 'note', 'Nothing was answered in this copy.')]));
  }

  async #copyMarkdown(): Promise<void> {
    const { opened } = this.#shown ?? {};
    if (!opened) return;
    try {
      await navigator.clipboard.writeText(asMarkdown([{ file: opened.file, copy: { ...opened.copy, questions: this.#questions } }]));
      this.#say('The answers are on the clipboard, as Markdown');
    } catch {
      this.#say('This browser does not let the page copy: "mendbook answers" writes the same');
    }
  }

  /** Forgets all copies, and brings the workbook back. */
  #close(): void {
    this.#opened = [];
    this.#shown = undefined;
    elements.copyOpen.hidden = true;
    for (const list of [elements.copyProblems, elements.answerLines, elements.comparisonLines]) list.replaceChildren();
    filledCopy.close();
    bringToFront('workbook');
    elements.copyChoose.focus();
    this.#say('The copies are closed, and forgotten');
  }
}
