import { useLayoutEffect, useMemo, useState } from 'react';
import type { Author } from '@/gateway/contract/message';
import { useStore } from '@/shared/model/store';
import { hiddenMessages } from './deletions';
import { entriesOf } from './entries';
import { groupRows, localDay, type Row } from './group-rows';
import { outbox } from './outbox';
import type { Timeline } from './timeline';

export interface Shown {
  readonly rows: readonly Row[];
  /** Whether rows were added above those of the last time; what is seen stays where it is then. */
  readonly prepended: boolean;
  /** Counts up when nothing of the last time is left. */
  readonly generation: number;
  /** Whether there is more below, which comes when this has been shown. */
  readonly partial: boolean;
}

const empty: Shown = { rows: [], prepended: false, generation: 0, partial: false };

/** The rows of a channel, and how they came out of those of the last time. */
export function useRows(timeline: Timeline | undefined, channelId: string, me: Author, firstUnread: string | null): Shown {
  const all = useStore(outbox.entries);
  const hidden = useStore(hiddenMessages);
  const [shown, setShown] = useState(empty);
  const [drawn, setDrawn] = useState(empty);
  const rows = useMemo(() => {
    const outgoing = timeline?.hasAfter === true ? [] : all.filter((entry) => entry.channelId === channelId);
    const entries = entriesOf(timeline?.items ?? [], outgoing, me, (id) => outbox.keyOf(id), hidden);
    return groupRows(entries, {
      firstUnread,
      begins: timeline?.hasBefore !== true,
      seams: timeline?.seams,
      dayOf: localDay,
    });
  }, [timeline, all, hidden, channelId, me, firstUnread]);

  useLayoutEffect(() => {
    // What is left follows in a drawing of its own.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    if (shown.partial) setDrawn(shown);
  }, [shown]);

  if (shown.partial && drawn !== shown) return shown;
  const steady = keepSame(shown.rows, rows);
  if (steady === shown.rows) return shown;
  const next = follow(shown, steady);
  setShown(next);
  return next;
}

/** Rows that did not change stay the same objects, and so does the whole when none did. */
function keepSame(before: readonly Row[], after: readonly Row[]): readonly Row[] {
  const known = new Map(before.map((row) => [row.key, row]));
  const rows = after.map((row) => {
    const old = known.get(row.key);
    return old?.entry === row.entry && old.head === row.head && old.day === row.day && old.unread === row.unread
      ? old
      : row;
  });
  return rows.length === before.length && rows.every((row, i) => row === before[i]) ? before : rows;
}

/**
 * How new rows come out of the old ones. Rows that came above and below at once are shown in two steps: what is in view
 * can be held in its place against one of the two only.
 */
export function follow(before: Shown, rows: readonly Row[]): Shown {
  const { generation } = before;
  const first = placeOf(rows, before.rows[0]);
  const last = placeOf(rows, before.rows.at(-1));
  if (first > 0 && last >= 0 && last < rows.length - 1) {
    return { rows: rows.slice(0, last + 1), prepended: true, generation, partial: true };
  }
  if (first >= 0) return { rows, prepended: first > 0, generation, partial: false };
  const keys = new Set(before.rows.map((row) => row.key));
  const related = rows.some((row) => keys.has(row.key));
  return { rows, prepended: false, generation: related ? generation : generation + 1, partial: false };
}

const placeOf = (rows: readonly Row[], row: Row | undefined): number =>
  row === undefined ? -1 : rows.findIndex(({ key }) => key === row.key);
