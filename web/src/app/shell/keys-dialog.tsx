import { useText, type TextKey } from '@/shared/i18n';
import { Dialog } from '@/shared/ui/dialog';
import { Keys } from '@/shared/ui/keys';

const groups: readonly { readonly title: TextKey; readonly keys: readonly (readonly [string, TextKey])[] }[] = [
  {
    title: 'keys.general',
    keys: [
      ['Mod+K', 'keys.jump'],
      ['Mod+F', 'keys.search'],
      ['Alt+↑+↓', 'keys.nextChannel'],
      ['Alt+Shift+↑+↓', 'keys.nextUnread'],
      ['Esc', 'keys.read'],
      ['?', 'keys.help'],
    ],
  },
  {
    title: 'keys.composer',
    keys: [
      ['Enter', 'keys.send'],
      ['Shift+Enter', 'keys.newline'],
      ['↑', 'keys.editLast'],
      ['Mod+B', 'keys.bold'],
      ['Mod+I', 'keys.italic'],
      ['Mod+E', 'keys.code'],
    ],
  },
  {
    title: 'keys.inMessages',
    keys: [
      ['↑+↓', 'keys.messages'],
      ['R', 'message.reply'],
      ['E', 'message.edit'],
      ['C', 'message.copy'],
      ['Del', 'message.delete'],
    ],
  },
];

/** What the keyboard can do. */
export default function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useText();
  return (
    <Dialog open={open} onClose={onClose} title={t('keys.title')} size="wide">
      <div className="columns-2 gap-8 max-tablet:columns-1">
        {groups.map((group) => (
          <section key={group.title} className="mb-5 break-inside-avoid">
            <h3 className="text-label font-medium text-text-3">{t(group.title)}</h3>
            <dl className="grid">
              {group.keys.map(([keys, text]) => (
                <div key={keys} className="flex min-h-9 items-center justify-between gap-4 border-b border-line last:border-0">
                  <dt className="text-meta text-text-1">{t(text)}</dt>
                  <dd>
                    <Keys of={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
