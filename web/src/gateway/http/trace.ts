const HEX = 16;

/**
 * Begins a trace (W3C Trace Context), which what a request causes joins: its command, the event, projections and the
 * feed. Whether it is kept, Beep decides.
 */
export function newTrace(): string {
  return `00-${hex(16)}-${hex(8)}-00`;
}

function hex(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(HEX).padStart(2, '0')).join('');
}
