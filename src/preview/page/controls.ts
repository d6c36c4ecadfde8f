/** The controls for options. The chosen values are kept in the query of the page's address, so that they survive a reload. */
import type { ChoiceOffer, Offers, SwitchOffer } from '../protocol.ts';
import { newElement, elements } from './page-elements.ts';

const query = (): URLSearchParams => new URLSearchParams(location.search);

/** The chosen options, as the query of a request. */
export const chosen = (): string => query().toString();

const set = (name: string, value: string, first: string): void => {
  const next = query();
  // The value of the command line is the default, and is left out of the query.
  if (value === first) next.delete(name);
  else next.set(name, value);
  // A packet takes the place of single parts.
  if (name === 'packet') next.delete('only');
  const words = next.toString();
  history.replaceState(null, '', words ? `?${words}` : location.pathname);
};

const choice = ({ name, label, chosen: first, options }: ChoiceOffer, changed: () => void): HTMLElement => {
  const field = newElement('label', 'choice');
  const select = newElement('select');
  select.name = name;
  for (const { value, label: words } of options) select.append(new Option(words, value, value === first));
  const wanted = query().get(name);
  // An option that is selected by default is not selected by that alone.
  select.value = wanted !== null && options.some(({ value }) => value === wanted) ? wanted : first;
  select.addEventListener('change', () => {
    set(name, select.value, first);
    changed();
  });
  field.append(newElement('span', '', label), select);
  return field;
};

const onOff = ({ name, label, on }: SwitchOffer, changed: () => void): HTMLElement => {
  const field = newElement('label', 'switch');
  const box = newElement('input');
  box.type = 'checkbox';
  box.name = name;
  box.checked = (query().get(name) ?? (on ? 'on' : 'off')) === 'on';
  box.addEventListener('change', () => {
    set(name, box.checked ? 'on' : 'off', on ? 'on' : 'off');
    changed();
  });
  field.append(box, newElement('span', '', label));
  return field;
};

let offered = '';

/** Makes the controls, and makes them anew when the offered values have changed; `changed` is called when another value is chosen. */
export const makeControls = ({ main, more }: Offers, changed: () => void): void => {
  const words = JSON.stringify([main, more]);
  if (words === offered) return;
  offered = words;
  const { activeElement: active } = document;
  const focused = active && elements.controls.contains(active) ? active.getAttribute('name') : null;
  const wasOpen = elements.controls.querySelector('details')?.open ?? false;
  const control = (offer: ChoiceOffer | SwitchOffer): HTMLElement => ('options' in offer ? choice(offer, changed) : onOff(offer, changed));
  const details = newElement('details');
  details.append(newElement('summary', '', 'More options'), ...more.map(control));
  details.open = wasOpen || more.some(({ name }) => query().has(name));
  elements.controls.replaceChildren(...main.map(control), details);
  if (focused) elements.controls.querySelector<HTMLElement>(`[name="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
};

// Enter in a control would submit the form and reload the page.
elements.controls.addEventListener('submit', (event) => event.preventDefault());
