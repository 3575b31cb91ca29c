/** One event of a text/event-stream; `id` is the last one that the stream named, as the standard has it. */
export interface SseEvent {
  readonly type: string;
  readonly data: string;
  readonly id: string;
}

/** Reads text/event-stream however it is cut into chunks. Feed it decoded text, in order. */
export class SseParser {
  #rest = '';
  #type = '';
  #data: string[] = [];
  #id: string;
  #begun = false;

  constructor(lastEventId = '') {
    this.#id = lastEventId;
  }

  push(chunk: string): SseEvent[] {
    let text = this.#rest + chunk;
    if (!this.#begun && text.length > 0) {
      this.#begun = true;
      if (text.startsWith('\uFEFF')) text = text.slice(1);
    }
    const events: SseEvent[] = [];
    let start = 0;
    for (;;) {
      const end = lineEnd(text, start);
      if (end === null) break;
      this.#line(text.slice(start, end.at), events);
      start = end.next;
    }
    this.#rest = text.slice(start);
    return events;
  }

  #line(line: string, events: SseEvent[]): void {
    if (line === '') {
      if (this.#data.length > 0) {
        events.push({ type: this.#type || 'message', data: this.#data.join('\n'), id: this.#id });
      }
      this.#type = '';
      this.#data = [];
      return;
    }
    const colon = line.indexOf(':');
    if (colon === 0) return;
    const field = colon < 0 ? line : line.slice(0, colon);
    const raw = colon < 0 ? '' : line.slice(colon + 1);
    const value = raw.startsWith(' ') ? raw.slice(1) : raw;
    if (field === 'data') this.#data.push(value);
    else if (field === 'event') this.#type = value;
    else if (field === 'id' && !value.includes('\0')) this.#id = value;
  }
}

/** A CR at the very end of what has come may be half of a CRLF, so it waits for the next chunk. */
function lineEnd(text: string, from: number): { at: number; next: number } | null {
  for (let i = from; i < text.length; i++) {
    const char = text[i];
    if (char === '\n') return { at: i, next: i + 1 };
    if (char === '\r') {
      if (i + 1 === text.length) return null;
      return { at: i, next: text[i + 1] === '\n' ? i + 2 : i + 1 };
    }
  }
  return null;
}
