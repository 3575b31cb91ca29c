import type { AuditEntry } from '@/gateway/contract/audit';
import { daysBetween } from '@/shared/i18n';

export interface Day {
  readonly date: Date;
  readonly entries: readonly AuditEntry[];
}

/** Entries under the days on which they were done, in the order in which they come. */
export function daysOf(entries: readonly AuditEntry[]): readonly Day[] {
  const days: { date: Date; entries: AuditEntry[] }[] = [];
  for (const entry of entries) {
    const date = new Date(entry.at);
    const last = days.at(-1);
    if (last !== undefined && daysBetween(last.date, date) === 0) last.entries.push(entry);
    else days.push({ date, entries: [entry] });
  }
  return days;
}
