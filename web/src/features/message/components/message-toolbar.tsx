import { MoreHorizontal } from 'lucide-react';
import { useEffect } from 'react';
import type { Author } from '@/gateway/contract/message';
import { useText } from '@/shared/i18n';
import { hint } from '@/shared/ui/hint';
import { Icon } from '@/shared/ui/icon';
import { IconButton } from '@/shared/ui/icon-button';
import { Menu } from '@/shared/ui/menu';
import type { MenuEntry } from '@/shared/ui/menu-entry';
import type { Entry } from '../model/entries';
import { actionsFor, entriesFor, type Rights, type Verbs } from './message-actions';

interface ToolbarProps {
  readonly entry: Entry;
  readonly rights: Rights;
  readonly verbs: Verbs;
  /** What can be done with the author. */
  readonly acts: readonly MenuEntry[];
  readonly onMenu: (open: boolean) => void;
  /** Tells whose message it is over, so that what can be done with them is known when the menu opens. */
  readonly onPoint: ((author: Author) => void) | undefined;
}

/** Floats over the row that the pointer or the focus is on. */
export function MessageToolbar({ entry, rights, verbs, acts, onMenu, onPoint }: ToolbarProps) {
  const t = useText();
  const { author } = entry.message;
  useEffect(() => onPoint?.(author), [author, onPoint]);
  const first = actionsFor(entry, rights).filter((action) => action.verb === 'reply' || action.verb === 'edit');
  return (
    <div
      role="toolbar"
      aria-label={t('message.actions')}
      className="absolute -top-4 right-4 z-10 flex gap-0.5 rounded-control bg-surface-3 p-0.5 shadow-float"
    >
      {first.map((action) => (
        <IconButton
          key={action.verb}
          icon={action.icon}
          label={t(action.label)}
          {...(action.keys ? { keys: action.keys } : {})}
          size="small"
          onClick={() => verbs[action.verb](entry)}
        />
      ))}
      <Menu
        align="end"
        label={t('message.more')}
        entries={entriesFor(t, entry, rights, verbs, acts)}
        onOpenChange={onMenu}
        trigger={
          <button
            type="button"
            aria-label={t('message.more')}
            {...hint(t('message.more'))}
            className="grid size-7 place-items-center rounded-control text-text-2 hover:bg-tint/8 hover:text-text-1 data-popup-open:bg-tint/8"
          >
            <Icon of={MoreHorizontal} />
          </button>
        }
      />
    </div>
  );
}
