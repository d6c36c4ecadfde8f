/** The stream of the server's events. A page that is hidden lets go of it: a browser has six for all pages of a server. */
import type { Events, State } from '../protocol.ts';

export interface StreamListener {
  state(state: State): void;
  /** The server has ended, or cannot be reached. */
  ended(): void;
}

export class Stream {
  readonly #listener: StreamListener;
  #source: EventSource | undefined;
  #query = '';
  #over = false;

  constructor(listener: StreamListener) {
    this.#listener = listener;
    document.addEventListener('visibilitychange', () => (document.hidden ? this.#leave() : this.#join()));
  }

  /** Follows what is built with some options, in place of those before. */
  follow(query: string): void {
    this.#query = query;
    this.#leave();
    if (!document.hidden) this.#join();
  }

  #join(): void {
    if (this.#over || this.#source) return;
    const source = new EventSource(`events?${this.#query}`);
    this.#source = source;
    source.addEventListener('state', ({ data }: MessageEvent<string>) => this.#source === source && this.#listener.state(JSON.parse(data) as Events['state']));
    source.addEventListener('end', () => this.#end());
    // Nothing is tried again: a server that is started anew has another address.
    source.addEventListener('error', () => this.#source === source && this.#end());
  }

  #leave(): void {
    this.#source?.close();
    this.#source = undefined;
  }

  #end(): void {
    this.#over = true;
    this.#leave();
    this.#listener.ended();
  }
}
