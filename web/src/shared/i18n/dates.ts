import type { Language } from './format';

const made = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${name}`;
  let format = made.get(key);
  if (format === undefined) {
    // British English writes the day first and counts hours to 24, which reads alike everywhere.
    format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'fr', options);
    made.set(key, format);
  }
  return format;
}

/** 14:02 */
export const timeOfDay = (language: Language, at: Date): string =>
  formatter(language, 'time', { hour: '2-digit', minute: '2-digit' }).format(at);

/** Friday 20 November, with the year when it is not this one */
export function dayName(language: Language, at: Date, now: Date): string {
  const thisYear = at.getFullYear() === now.getFullYear();
  return formatter(language, thisYear ? 'day' : 'day-year', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(thisYear ? {} : { year: 'numeric' }),
  }).format(at);
}

/** 14:02 today, else 20 Nov, with the year when it is not this one */
export function briefDate(language: Language, at: Date, now: Date): string {
  if (daysBetween(at, now) === 0) return timeOfDay(language, at);
  return at.getFullYear() === now.getFullYear()
    ? formatter(language, 'brief', { day: 'numeric', month: 'short' }).format(at)
    : formatter(language, 'brief-year', { day: 'numeric', month: 'short', year: 'numeric' }).format(at);
}

/** Friday 20 November 2026 at 14:02 */
export const fullDateTime = (language: Language, at: Date): string =>
  formatter(language, 'full', { dateStyle: 'full', timeStyle: 'short' }).format(at);

const relatives = new Map<Language, Intl.RelativeTimeFormat>();

/** in 7 days; below two days in hours, below two hours in minutes */
export function timeLeft(language: Language, until: Date, now: Date): string {
  let format = relatives.get(language);
  if (format === undefined) {
    format = new Intl.RelativeTimeFormat(language);
    relatives.set(language, format);
  }
  const minutes = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000));
  if (minutes < 120) return format.format(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? format.format(hours, 'hour') : format.format(Math.round(hours / 24), 'day');
}

/** Days between two moments as a calendar on the wall counts them. */
export function daysBetween(earlier: Date, later: Date): number {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(later) - midnight(earlier)) / 86_400_000);
}
