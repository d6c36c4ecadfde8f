/** The controls, made from what the server offers; what is chosen stands in the page's address, so that it outlives a reload. */
import type { ChoiceOffer, Offers, SwitchOffer } from '../protocol.ts';
import { made, parts } from './page-elements.ts';

const query = (): URLSearchParams => new URLSearchParams(location.search);

/** What is chosen, as the server takes it. */
export const chosen = (): string => query().toString();

const set = (name: string, value: string, first: string): void => {
  const next = query();
  // What the command line asks for needs no words.
  if (value === first) next.delete(name);
  else next.set(name, value);
  const words = next.toString();
  history.replaceState(null, '', words ? `?${words}` : location.pathname);
};

const choice = ({ name, label, chosen: first, options }: ChoiceOffer, changed: () => void): HTMLElement => {
  const field = made('label', 'choice');
  const select = made('select');
  select.name = name;
  for (const { value, label: words } of options) select.append(new Option(words, value, value === first));
  const wanted = query().get(name);
  if (wanted !== null && options.some(({ value }) => value === wanted)) select.value = wanted;
  select.addEventListener('change', () => {
    set(name, select.value, first);
    changed();
  });
  field.append(made('span', '', label), select);
  return field;
};

const onOff = ({ name, label, on }: SwitchOffer, changed: () => void): HTMLElement => {
  const field = made('label', 'switch');
  const box = made('input');
  box.type = 'checkbox';
  box.name = name;
  box.checked = (query().get(name) ?? (on ? 'on' : 'off')) === 'on';
  box.addEventListener('change', () => {
    set(name, box.checked ? 'on' : 'off', on ? 'on' : 'off');
    changed();
  });
  field.append(box, made('span', '', label));
  return field;
};

let offered = '';

/** Makes the controls, and again where other things are offered than before; `changed` is called when another value was chosen. */
export const makeControls = ({ main, more }: Offers, changed: () => void): void => {
  const words = JSON.stringify([main, more]);
  if (words === offered) return;
  offered = words;
  const { activeElement: active } = document;
  const focused = active && parts.controls.contains(active) ? active.getAttribute('name') : null;
  const wasOpen = parts.controls.querySelector('details')?.open ?? false;
  const control = (offer: ChoiceOffer | SwitchOffer): HTMLElement => ('options' in offer ? choice(offer, changed) : onOff(offer, changed));
  const details = made('details');
  details.append(made('summary', '', 'More options'), ...more.map(control));
  details.open = wasOpen || more.some(({ name }) => query().has(name));
  parts.controls.replaceChildren(...main.map(control), details);
  if (focused) parts.controls.querySelector<HTMLElement>(`[name="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
};

// Nothing is sent anywhere by Enter.
parts.controls.addEventListener('submit', (event) => event.preventDefault());
