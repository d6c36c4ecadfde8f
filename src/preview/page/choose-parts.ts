/** Choosing pages by ticking them: the copy shows what is ticked, in the order of the list, and can be saved as a packet. */
import type { PacketAnswer, PacketRequest, PartOffer } from '../protocol.ts';
import { chosen as query } from './controls.ts';
import { elements, newElement } from './page-elements.ts';

/** The names of the chosen parts in order; none for the whole workbook or a packet. */
const chosenNames = (): string[] => (new URLSearchParams(location.search).get('only') ?? '').split(',').filter((name) => name !== '');

/** The chosen parts in the query of the page's address; they take the place of a packet. */
const choose = (names: readonly string[]): void => {
  const next = new URLSearchParams(location.search);
  if (names.length > 0) {
    next.set('only', names.join(','));
    next.delete('packet');
  } else next.delete('only');
  const words = next.toString();
  history.replaceState(null, '', words ? `?${words}` : location.pathname);
};

const all = (parts: readonly PartOffer[]): PartOffer[] => parts.flatMap((part) => [part, ...all(part.parts)]);

/** Makes the list of parts to tick. */
export class PartChooser {
  readonly #changed: () => void;
  #parts: PartOffer[] = [];
  #loaded = '';

  /** @param changed called when other parts are chosen */
  constructor(changed: () => void) {
    this.#changed = changed;
    elements.choose.addEventListener('toggle', () => elements.choose.open && void this.load());
    elements.packet.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#save().catch((thrown: unknown) => this.#say(`It cannot be saved: ${String(thrown)}`));
    });
    if (chosenNames().length > 0) elements.choose.open = true;
  }

  /** Loads the parts of the copy that the options make, where they have changed. */
  async load(): Promise<void> {
    if (!elements.choose.open) return;
    const response = await fetch(`parts?${query()}`);
    if (!response.ok) return;
    const words = await response.text();
    if (words !== this.#loaded) {
      this.#loaded = words;
      this.#parts = JSON.parse(words) as PartOffer[];
    }
    this.#show();
  }

  #set(names: readonly string[]): void {
    choose(names);
    this.#show();
    this.#changed();
  }

  #show(): void {
    const names = chosenNames();
    const focused = document.activeElement?.getAttribute('data-part');
    elements.parts.replaceChildren(...this.#parts.map((part) => this.#item(part, names)));
    elements.chosenParts.replaceChildren(...names.map((name, index) => this.#row(name, index, names)));
    if (focused) document.querySelector<HTMLElement>(`[data-part="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }

  /** A part to tick, with the worksheets in it. */
  #item({ name, title, minutes, parts }: PartOffer, names: readonly string[]): HTMLLIElement {
    const item = newElement('li');
    const label = newElement('label', 'switch');
    const box = newElement('input');
    box.type = 'checkbox';
    box.checked = names.includes(name);
    box.setAttribute('data-part', name);
    // A step brings its worksheets with it.
    box.disabled = names.some((one) => name.startsWith(`${one}/`));
    box.addEventListener('change', () => {
      const others = chosenNames().filter((one) => one !== name && !one.startsWith(`${name}/`));
      this.#set(box.checked ? [...others, name] : others);
    });
    label.append(box, newElement('span', '', minutes === null ? title : `${title} (${minutes} min)`));
    item.append(label);
    if (parts.length > 0) {
      const inner = newElement('ul');
      inner.append(...parts.map((part) => this.#item(part, names)));
      item.append(inner);
    }
    return item;
  }

  /** A chosen part, with buttons that move it. */
  #row(name: string, index: number, names: readonly string[]): HTMLLIElement {
    const row = newElement('li');
    const title = all(this.#parts).find((part) => part.name === name)?.title ?? name;
    const move = (to: number, words: string, sign: string): HTMLButtonElement => {
      const button = newElement('button', 'sign', sign);
      button.type = 'button';
      button.setAttribute('aria-label', `${words}: ${title}`);
      button.setAttribute('data-part', `${words} ${name}`);
      button.disabled = to < 0 || to >= names.length;
      button.addEventListener('click', () => {
        const others = names.filter((one) => one !== name);
        this.#set([...others.slice(0, to), name, ...others.slice(to)]);
      });
      return button;
    };
    row.append(newElement('span', 'entry', title), move(index - 1, 'Earlier', '↑'), move(index + 1, 'Later', '↓'));
    return row;
  }

  #say(...words: (string | HTMLElement)[]): void {
    elements.packetSaved.replaceChildren(...words);
  }

  async #save(): Promise<void> {
    const parts = chosenNames();
    if (parts.length === 0) return this.#say('Tick some pages first.');
    const packet: PacketRequest = { title: elements.packetTitle.value, note: elements.packetNote.value, parts };
    const response = await fetch(`packet?${query()}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(packet) });
    if (!response.ok) return this.#say(await response.text());
    const answer = (await response.json()) as PacketAnswer;
    if (answer.saved) this.#say('Saved: ', newElement('code', '', answer.file), '. The same PDF: ', newElement('code', '', answer.command));
    else this.#say(answer.reason);
  }
}
