/** The preview's page: pages, contents, controls and problems, kept in step with what the server builds. */
import './style.css';
import type { Offers, State } from '../protocol.ts';
import { Book } from './pdf-pages.ts';
import { listContents, markContents } from './contents.ts';
import { chosen, makeControls } from './controls.ts';
import { uncoverPages } from './panels.ts';
import { parts } from './page-elements.ts';
import { counted } from '../../diagnostics/counted.ts';
import { showProblems, summary } from './problems.ts';
import { Stream } from './event-stream.ts';

/** What is shown: the options and the number of the PDF. */
let shown = '';
/** The options of what is shown. */
let shownQuery: string | undefined;
let showing = false;
let latest: State | undefined;
/** How many builds had been told when the last was announced, and with which options. */
let announced = '';

const book = new Book(parts.stage, {
  shown: ({ pages, entries }) => {
    parts.pageCount.textContent = String(pages);
    listContents(entries, (page) => {
      book.turnTo(page);
      uncoverPages();
    });
  },
  turned: (page) => {
    if (document.activeElement !== parts.pageNumber) parts.pageNumber.value = String(page);
    markContents(page);
  },
});

const ENDED = 'ended';
/** After the end nothing else is said: pages that were still on their way may come, or fail to. */
const say = (words: string): void => {
  if (!document.body.classList.contains(ENDED)) parts.status.textContent = words;
};

const announce = (state: State): void => {
  const name = `${chosen()} ${state.builds} ${state.status}`;
  if (state.status === 'building' || name === announced) return;
  const first = announced === '';
  announced = name;
  if (state.status === 'broken') say(`${summary(state.problems)}${book.isOpen ? '; the pages are the last good ones' : ''}`);
  else say(`${first ? 'Built' : 'Rebuilt'}, ${counted(state.pages, 'page')}, ${state.seconds.toFixed(1)} s`);
};

/** Shows the latest state; one PDF after the other. */
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
          parts.title.textContent = state.title;
          document.title = `${state.title} – preview`;
          document.body.dataset.shown = String(Number(document.body.dataset.shown ?? 0) + 1);
        }
      }
      parts.download.hidden = state.revision === 0;
      parts.download.href = `download?${query}`;
      parts.download.download = state.fileName;
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

parts.previous.addEventListener('click', () => book.turnTo(book.page - 1));
parts.next.addEventListener('click', () => book.turnTo(book.page + 1));
const turn = (): void => {
  const page = Number.parseInt(parts.pageNumber.value, 10);
  if (Number.isInteger(page)) book.turnTo(page);
  parts.pageNumber.value = String(book.page);
};
parts.pageNumber.addEventListener('change', turn);
parts.pageNumber.addEventListener('keydown', ({ key }) => key === 'Enter' && turn());
parts.pageNumber.addEventListener('focus', () => parts.pageNumber.select());

parts.zoom.addEventListener('change', () => {
  book.scale = parts.zoom.value;
});
const step = (larger: boolean): void => {
  const scale = String(book.step(larger));
  const percent = `${Math.round(Number(scale) * 100)} %`;
  const other = parts.zoom.querySelector<HTMLOptionElement>('option[data-other]') ?? new Option();
  const known = [...parts.zoom.options].find((option) => option !== other && option.value === scale);
  if (known) other.remove();
  else {
    Object.assign(other, { value: scale, text: percent });
    other.dataset.other = '';
    parts.zoom.append(other);
  }
  parts.zoom.value = scale;
};
parts.smaller.addEventListener('click', () => step(false));
parts.larger.addEventListener('click', () => step(true));

/** Shows the controls for what there is now. */
const offer = async (): Promise<void> => {
  const offers = (await (await fetch('offers')).json()) as Offers;
  makeControls(offers, () => {
    document.body.classList.add('building');
    stream.follow(chosen());
  });
};

const start = async (): Promise<void> => {
  // A narrow window shows a whole line of the page at least.
  if (matchMedia('(max-width: 46rem)').matches) {
    parts.zoom.value = 'page-width';
    book.scale = 'page-width';
  }
  await offer();
  stream.follow(chosen());
  // Whoever comes back from an editor may have added a language or a country there.
  addEventListener('focus', () => void offer().catch(() => undefined));
};
start().catch((thrown: unknown) => say(`The preview cannot start: ${String(thrown)}`));
