import type { EventFrame } from '../contract/frame';

/** Enough for minutes of a busy Beep; a snapshot is seconds old at most when it needs them. */
const CAPACITY = 4_000;

/**
 * The newest frames in the order of the stream, so that a snapshot that was read while frames came in can be brought
 * up to date: snapshot + frames = fresh snapshot.
 */
export class FrameLog {
  #frames: EventFrame[] = [];
  #start = Number.POSITIVE_INFINITY;
  #head = -1;

  /** The place up to which everything is known. */
  get head(): number {
    return this.#head;
  }

  /** From now on the log is complete for what comes after `position`. */
  begin(position: number): void {
    this.#frames = [];
    this.#start = position;
    this.#head = position;
  }

  /** @returns false for a frame that is known already */
  add(frame: EventFrame): boolean {
    if (frame.position <= this.#head) return false;
    this.#frames.push(frame);
    this.#head = frame.position;
    if (this.#frames.length > CAPACITY * 1.25) {
      const dropped = this.#frames.splice(0, this.#frames.length - CAPACITY);
      this.#start = dropped.at(-1)?.position ?? this.#start;
    }
    return true;
  }

  /** Nothing that concerns this user happened up to `position`. */
  advance(position: number): void {
    this.#head = Math.max(this.#head, position);
  }

  /** Whether a snapshot of that position can be brought up to date from here. */
  covers(position: number): boolean {
    return position >= this.#start;
  }

  after(position: number): readonly EventFrame[] {
    let low = 0;
    let high = this.#frames.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const frame = this.#frames[middle];
      if (frame !== undefined && frame.position <= position) low = middle + 1;
      else high = middle;
    }
    return this.#frames.slice(low);
  }
}
