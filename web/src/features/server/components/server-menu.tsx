import { Ban, ChevronDown, FolderPlus, Link2, LogOut, Plus, ScrollText, Settings, Tag, Trash2, UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { Id } from '@/gateway/contract/ids';
import type { Server } from '@/gateway/contract/server';
import { useText } from '@/shared/i18n';
import { copyText } from '@/shared/model/clipboard';
import { paths } from '@/shared/model/paths';
import { Banner } from '@/shared/ui/banner';
import { Icon } from '@/shared/ui/icon';
import { laterOverlay } from '@/shared/ui/later';
import { Menu } from '@/shared/ui/menu';
import { line, type MenuEntry } from '@/shared/ui/menu-entry';
import { toast } from '@/shared/ui/toasts';

const PartDialog = laterOverlay(() => import('./part-dialog'));
const TagsDialog = laterOverlay(() => import('./tags-dialog'));

interface ServerMenuProps {
  readonly server: Server;
  readonly me: Id;
  readonly onInvite: () => void;
  /** Opens the settings; null when there are none for this one. */
  readonly onSettings: (() => void) | null;
  readonly onCreateChannel: (type: 'text' | 'folder') => void;
  readonly onBans: () => void;
  readonly onAuditLog: () => void;
  readonly onGone: () => void;
}

/** A server's name, and what can be done with it. */
export function ServerMenu({
  server,
  me,
  onInvite,
  onSettings,
  onCreateChannel,
  onBans,
  onAuditLog,
  onGone,
}: ServerMenuProps) {
  const t = useText();
  const [parting, setParting] = useState(false);
  const [tagging, setTagging] = useState(false);
  const owner = server.ownerId === me;
  const copyLink = async () => {
    if (await copyText(location.origin + paths.server(server.id))) toast(t('app.copied'));
  };
  // The door of a public server is open, so all its members may show it.
  const inviting = server.visibility === 'public' || server.permissions.includes('CREATE_INVITE');
  const entries: readonly MenuEntry[] = [
    ...(inviting ? ([{ kind: 'action', icon: UserPlus, label: t('invite.people'), run: onInvite }, line] as const) : []),
    ...(onSettings ? ([{ kind: 'action', icon: Settings, label: t('settings.server'), run: onSettings }] as const) : []),
    ...(server.permissions.includes('MANAGE_CHANNELS')
      ? ([
          { kind: 'action', icon: Plus, label: t('channel.create'), run: () => onCreateChannel('text') },
          { kind: 'action', icon: FolderPlus, label: t('channel.createFolder'), run: () => onCreateChannel('folder') },
          line,
        ] as const)
      : []),
    ...(server.visibility === 'public' && server.permissions.includes('MANAGE_SERVER')
      ? ([{ kind: 'action', icon: Tag, label: t('server.tags'), run: () => setTagging(true) }] as const)
      : []),
    ...(server.permissions.includes('BAN_MEMBERS')
      ? ([{ kind: 'action', icon: Ban, label: t('moderation.bans'), run: onBans }] as const)
      : []),
    ...(server.permissions.includes('VIEW_AUDIT_LOG')
      ? ([{ kind: 'action', icon: ScrollText, label: t('audit.title'), run: onAuditLog }] as const)
      : []),
    { kind: 'action', icon: Link2, label: t('server.copyLink'), run: () => void copyLink() },
    line,
    {
      kind: 'action',
      icon: owner ? Trash2 : LogOut,
      label: t(owner ? 'server.delete' : 'server.leave'),
      danger: true,
      run: () => setParting(true),
    },
  ];
  return (
    <>
      {server.bannerUrl !== undefined && (
        <Banner
          id={server.id}
          url={server.bannerUrl}
          sizes="360px"
          className="aspect-[3/1] w-full shrink-0 [mask-image:linear-gradient(black_70%,transparent)]"
        />
      )}
      <Menu
        label={t('server.menu', { name: server.name })}
        entries={entries}
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
      />
      <TagsDialog server={server} open={tagging} onClose={() => setTagging(false)} />
      <PartDialog server={server} owner={owner} open={parting} onClose={() => setParting(false)} onGone={onGone} />
    </>
  );
}
