const MINUTE_MS = 60_000;

/** A time as a field for times holds it: of the one who looks, to the minute. */
export const toField = (at: Date): string =>
  new Date(at.getTime() - at.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 16);

/** The time in such a field; undefined while there is none. */
export function fromField(text: string): Date | undefined {
  const at = new Date(text);
  return text === '' || Number.isNaN(at.getTime()) ? undefined : at;
}
