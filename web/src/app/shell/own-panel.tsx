import { CircleUserRound, Keyboard, Laptop, LogOut, Moon, Sun } from 'lucide-react';
import { useLocation } from 'wouter';
import { statusChoices, useOwnStatus } from '@/features/presence';
import { signOut } from '@/features/session';
import type { Me } from '@/gateway/contract/user';
import { problemText } from '@/gateway/problem-text';
import { chooseLanguage, useLanguage, useText } from '@/shared/i18n';
import { paths } from '@/shared/model/paths';
import { useStore } from '@/shared/model/store';
import { theme } from '@/shared/model/theme';
import { Menu } from '@/shared/ui/menu';
import { choiceOf, line, type MenuEntry } from '@/shared/ui/menu-entry';
import { PresentAvatar } from '@/shared/ui/present-avatar';
import { toast } from '@/shared/ui/toasts';

/** Oneself, at the foot of the sidebar: look, language, and the way out. */
export function OwnPanel({ me, onKeys }: { me: Me; onKeys: () => void }) {
  const t = useText();
  const [status] = useOwnStatus();
  return (
    <div className="shrink-0 border-t border-line p-2">
      <Menu
        side="top"
        label={t('me.menu', { name: me.displayName })}
        entries={useOwnEntries(onKeys)}
        trigger={
          <button
            type="button"
            className="flex w-full items-center gap-2.5 rounded-control p-1.5 text-left transition-colors hover:bg-tint/6 data-popup-open:bg-tint/6"
          >
            <PresentAvatar id={me.id} name={me.displayName} url={me.avatarUrl} size={32} shown={status} />
            <span className="grid min-w-0">
              <span className="truncate text-meta font-semibold" dir="auto">
                {me.displayName}
              </span>
              <span className="truncate text-label text-text-3">{t(`presence.${status}`)}</span>
            </span>
          </button>
        }
      />
    </div>
  );
}

function useOwnEntries(onKeys: () => void): readonly MenuEntry[] {
  const t = useText();
  const language = useLanguage();
  const chosen = useStore(theme);
  const [status, choose] = useOwnStatus();
  const [, navigate] = useLocation();
  return [
    choiceOf(t('presence.choose'), status, statusChoices(t), choose),
    line,
    choiceOf(
      t('me.theme'),
      chosen,
      [
        { value: 'dark', label: t('me.themeDark'), icon: Moon },
        { value: 'light', label: t('me.themeLight'), icon: Sun },
        { value: 'system', label: t('me.themeSystem'), icon: Laptop },
      ],
      (next) => theme.set(next),
    ),
    line,
    choiceOf(
      t('me.language'),
      language,
      [
        { value: 'en', label: 'English' },
        { value: 'fr', label: 'Français' },
      ],
      chooseLanguage,
    ),
    line,
    { kind: 'action', icon: CircleUserRound, label: t('me.picture'), run: () => navigate(paths.you) },
    { kind: 'action', icon: Keyboard, label: t('me.keys'), keys: '?', run: onKeys },
    {
      kind: 'action',
      icon: LogOut,
      label: t('session.signOut'),
      danger: true,
      run: () => void signOut().catch((error: unknown) => toast(problemText(t, error), { tone: 'danger' })),
    },
  ];
}
