import { ChevronDown, Undo2 } from 'lucide-react';
import { useId, useState } from 'react';
import type { AuditEntry } from '@/gateway/contract/audit';
import type { Id } from '@/gateway/contract/ids';
import { fullDateTime, timeOfDay, useLanguage, useText } from '@/shared/i18n';
import { Avatar } from '@/shared/ui/avatar';
import { cx } from '@/shared/ui/cx';
import { hint } from '@/shared/ui/hint';
import { IconButton } from '@/shared/ui/icon-button';
import { laterOverlay } from '@/shared/ui/later';
import { changesOf } from '../model/changes';
import { sentenceOf } from '../model/sentence';
import { isUndoable } from '../model/undoable';
import { Changes } from './changes';

const UndoDialog = laterOverlay(() => import('./undo-dialog'));

interface AuditRowProps {
  readonly serverId: Id;
  readonly now: Date;
  readonly entry: AuditEntry;
}

/** One act in a sentence; what changed opens below it. */
export function AuditRow({ serverId, now, entry }: AuditRowProps) {
  const t = useText();
  const language = useLanguage();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [undoing, setUndoing] = useState(false);
  const at = new Date(entry.at);
  const changes = changesOf(entry);
  return (
    <li className="rounded-control px-2 py-1.5 hover:bg-tint/3">
      <div className="flex items-start gap-3">
        <Avatar id={entry.actor.id} name={entry.actor.displayName} url={entry.actor.avatarUrl} size={32} className="mt-0.5" />
        <div className="grid min-w-0 grow py-1">
          <p className={cx('text-body break-words', (entry.withheld || entry.undoneBy !== undefined) && 'text-text-2')}>
            {sentenceOf(t, entry).map((part, i) =>
              part.name ? (
                <bdi key={i} className="font-semibold text-text-1">
                  {part.text}
                </bdi>
              ) : (
                part.text
              ),
            )}
          </p>
          {entry.reason !== undefined && (
            <p className="text-meta break-words text-text-2" dir="auto">
              {t('audit.reason', { reason: entry.reason })}
            </p>
          )}
          <p className="tabular text-label text-text-3">
            <time dateTime={entry.at} {...hint(fullDateTime(language, at))}>
              {timeOfDay(language, at)}
            </time>
            {entry.undoneBy !== undefined && ` · ${t('audit.undone')}`}
            {entry.undoes !== undefined && ` · ${t('audit.undoes')}`}
          </p>
        </div>
        {isUndoable(entry, now) && (
          <IconButton icon={Undo2} label={t('app.undo')} side="left" onClick={() => setUndoing(true)} />
        )}
        {changes.length > 0 && (
          <IconButton
            icon={ChevronDown}
            label={t('audit.details')}
            side="left"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
            className={cx('[&_svg]:transition-transform', open && '[&_svg]:rotate-180')}
          />
        )}
      </div>
      {open && <Changes id={id} changes={changes} />}
      <UndoDialog serverId={serverId} entry={entry} open={undoing} onClose={() => setUndoing(false)} />
    </li>
  );
}
