/** The script of the preview's page: updates pages, contents, controls and problems whenever the server has built. */
import './style.css';
import './answers.css';
import './options.css';
import './narrow.css';
import type { Offers, State } from '../protocol.ts';
import { book, filledCopy, inFront } from './shown-pages.ts';
import { FilledCopies } from './filled-copies.ts';
import { PartChooser } from './choose-parts.ts';
import { chosen, makeControls } from './controls.ts';
import { elements } from './page-elements.ts';
import { counted } from '../../diagnostics/counted.ts';
import { showProblems, summary } from './problems.ts';
import { Stream } from './event-stream.ts';

/** The options and the revision of the PDF that is shown. */
let shown = '';
/** The options of the PDF that is shown. */
let shownQuery: string | undefined;
let showing = false;
let latest: State | undefined;
/** Options, number and status of the build that was announced last. */
let announced = '';

const ENDED = 'ended';
/** Shows a status text, but nothing more once the preview has ended: requests that are still running may finish or fail later. */
const say = (words: string): void => {
  if (!document.body.classList.contains(ENDED)) elements.status.textContent = words;
};

const announce = (state: State): void => {
  const name = `${chosen()} ${state.builds} ${state.status}`;
  if (state.status === 'building' || name === announced) return;
  const first = announced === '';
  announced = name;
  if (state.status === 'broken') say(`${summary(state.problems)}${book.isOpen ? '; the pages are the last good ones' : ''}`);
  else say(`${first ? 'Built' : 'Rebuilt'}, ${counted(state.pages, 'page')}, ${state.seconds.toFixed(1)} s${state.paper === '' ? '' : `, ${state.paper}`}`);
};

/** Shows the latest state; PDFs are loaded one after the other. */
const update = async (): Promise<void> => {
  if (showing) return;
  showing = true;
  try {
    while (latest) {
      const state: State = latest;
      const query = chosen();
      latest = undefined;
      document.body.classList.toggle('building', state.status === 'building');
      const name = `${query} ${state.revision}`;
      if (state.status !== 'building' && state.revision > 0 && name !== shown) {
        const response = await fetch(`book.pdf?${query}`);
        if (response.ok) {
          await book.show(await response.arrayBuffer());
          shown = name;
          shownQuery = query;
          elements.title.textContent = state.title;
          document.title = `${state.title} – preview`;
          document.body.dataset.shown = String(Number(document.body.dataset.shown ?? 0) + 1);
        }
      }
      elements.download.hidden = state.revision === 0;
      elements.download.href = `download?${query}`;
      elements.download.download = state.fileName;
      if (state.status !== 'building') document.body.classList.toggle('broken', state.status === 'broken');
      if (state.status !== 'building') await offer().catch(() => undefined);
      showProblems(state, { anyPages: book.isOpen, others: query !== shownQuery });
      announce(state);
    }
  } finally {
    showing = false;
  }
};

const stream = new Stream({
  state: (state) => {
    latest = state;
    update().catch((thrown: unknown) => say(`The pages cannot be shown: ${String(thrown)}`));
  },
  ended: () => {
    say('The preview has ended. Start "mendbook preview" again, and open the address that it prints.');
    document.body.classList.add(ENDED);
  },
});

elements.previous.addEventListener('click', () => inFront().goToPage(inFront().page - 1));
elements.next.addEventListener('click', () => inFront().goToPage(inFront().page + 1));
const turn = (): void => {
  const page = Number.parseInt(elements.pageNumber.value, 10);
  if (Number.isInteger(page)) inFront().goToPage(page);
  elements.pageNumber.value = String(inFront().page);
};
elements.pageNumber.addEventListener('change', turn);
elements.pageNumber.addEventListener('keydown', ({ key }) => key === 'Enter' && turn());
elements.pageNumber.addEventListener('focus', () => elements.pageNumber.select());

/** Both keep the same size: it stays where a copy is opened or closed. */
const setScale = (scale: string): void => {
  book.scale = scale;
  filledCopy.scale = scale;
};
elements.zoom.addEventListener('change', () => {
  setScale(elements.zoom.value);
});
const step = (larger: boolean): void => {
  const scale = String(inFront().step(larger));
  setScale(scale);
  const percent = `${Math.round(Number(scale) * 100)} %`;
  const other = elements.zoom.querySelector<HTMLOptionElement>('option[data-other]') ?? new Option();
  const known = [...elements.zoom.options].find((option) => option !== other && option.value === scale);
  if (known) other.remove();
  else {
    Object.assign(other, { value: scale, text: percent });
    other.dataset.other = '';
    elements.zoom.append(other);
  }
  elements.zoom.value = scale;
};
elements.smaller.addEventListener('click', () => step(false));
elements.larger.addEventListener('click', () => step(true));

const follow = (): void => {
  document.body.classList.add('building');
  stream.follow(chosen());
};
const chooser = new PartChooser(follow);

/** Loads the offered values, and updates the controls. */
const offer = async (): Promise<void> => {
  const offers = (await (await fetch('offers')).json()) as Offers;
  makeControls(offers, () => {
    follow();
    chooser.load().catch(() => undefined);
  });
};

const start = async (): Promise<void> => {
  // In a narrow window the page is scaled to its width, so that whole lines can be read.
  if (matchMedia('(max-width: 46rem)').matches) {
    elements.zoom.value = 'page-width';
    setScale('page-width');
  }
  await offer();
  stream.follow(chosen());
  await Promise.all([chooser.load(), new FilledCopies(say).openFirst()]);
  // Files of another language or country may have been added in the meantime.
  addEventListener('focus', () => void offer().catch(() => undefined));
};
start().catch((thrown: unknown) => say(`The preview cannot start: ${String(thrown)}`));
