import { ChevronDown, FolderPlus, Link2, LogOut, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Id } from '@/gateway/contract/ids';
import type { Server } from '@/gateway/contract/server';
import { useText } from '@/shared/i18n';
import { copyText } from '@/shared/model/clipboard';
import { paths } from '@/shared/model/paths';
import { Icon } from '@/shared/ui/icon';
import { Menu, MenuItem, MenuLine } from '@/shared/ui/menu';
import { toast } from '@/shared/ui/toasts';
import { PartDialog } from './part-dialog';

interface ServerMenuProps {
  readonly server: Server;
  readonly me: Id;
  readonly onCreateChannel: (type: 'text' | 'folder') => void;
  readonly onGone: () => void;
}

/** A server's name, and what can be done with it. */
export function ServerMenu({ server, me, onCreateChannel, onGone }: ServerMenuProps) {
  const t = useText();
  const [parting, setParting] = useState(false);
  const owner = server.ownerId === me;
  const manages = server.permissions.includes('MANAGE_CHANNELS');
  return (
    <>
      <Menu
        trigger={
          <button
            type="button"
            aria-label={t('server.menu', { name: server.name })}
            className="flex h-12 w-full shrink-0 items-center gap-2 border-b border-line px-4 text-left font-semibold transition-colors hover:bg-tint/5 data-popup-open:bg-tint/5"
          >
            <span className="min-w-0 grow truncate" dir="auto">
              {server.name}
            </span>
            <Icon of={ChevronDown} size={16} className="shrink-0 text-text-3" />
          </button>
        }
      >
        {manages && (
          <>
            <MenuItem icon={Plus} onClick={() => onCreateChannel('text')}>
              {t('channel.create')}
            </MenuItem>
            <MenuItem icon={FolderPlus} onClick={() => onCreateChannel('folder')}>
              {t('channel.typeFolder')}
            </MenuItem>
            <MenuLine />
          </>
        )}
        <MenuItem
          icon={Link2}
          onClick={() =>
            void copyText(location.origin + paths.server(server.id)).then((done) => done && toast(t('app.copied')))
          }
        >
          {t('server.copyLink')}
        </MenuItem>
        <MenuLine />
        <MenuItem icon={owner ? Trash2 : LogOut} danger onClick={() => setParting(true)}>
          {t(owner ? 'server.delete' : 'server.leave')}
        </MenuItem>
      </Menu>
      <PartDialog server={server} owner={owner} open={parting} onClose={() => setParting(false)} onGone={onGone} />
    </>
  );
}
