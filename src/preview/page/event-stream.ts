/** The server-sent events. A hidden page closes its connection: browsers allow six connections to a server, for all its pages together. */
import type { Events, State } from '../protocol.ts';

export interface StreamListener {
  state(state: State): void;
  /** The server has stopped, or cannot be reached. */
  ended(): void;
}

export class Stream {
  readonly #listener: StreamListener;
  #source: EventSource | undefined;
  #query = '';
  #ended = false;

  constructor(listener: StreamListener) {
    this.#listener = listener;
    document.addEventListener('visibilitychange', () => (document.hidden ? this.#disconnect() : this.#connect()));
  }

  /** Listens to the builds with these options, in place of those before. */
  follow(query: string): void {
    this.#query = query;
    this.#disconnect();
    if (!document.hidden) this.#connect();
  }

  #connect(): void {
    if (this.#ended || this.#source) return;
    const source = new EventSource(`events?${this.#query}`);
    this.#source = source;
    source.addEventListener('state', ({ data }: MessageEvent<string>) => this.#source === source && this.#listener.state(JSON.parse(data) as Events['state']));
    source.addEventListener('end', () => this.#end());
    // There is no point in connecting again: a restarted server has another address.
    source.addEventListener('error', () => this.#source === source && this.#end());
  }

  #disconnect(): void {
    this.#source?.close();
    this.#source = undefined;
  }

  #end(): void {
    this.#ended = true;
    this.#disconnect();
    this.#listener.ended();
  }
}
