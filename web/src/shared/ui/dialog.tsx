import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWayBack } from '../hooks/use-way-back';
import { useText } from '../i18n';
import { cx } from './cx';
import { useFirstFocus } from './first-focus';
import { IconButton } from './icon-button';

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly lead?: string | undefined;
  readonly size?: 'normal' | 'medium' | 'wide';
  /** Whether it asks about something that was pressed in what floats, and so stands over that too. */
  readonly over?: boolean;
  /** What has the focus afterwards; without, what had it before. */
  readonly finalFocus?: () => HTMLElement | boolean;
  readonly children: ReactNode;
}

/** A card over the app. Esc closes it, and the focus goes back to where it was. */
export function Dialog({ open, onClose, title, lead, size = 'normal', over = false, finalFocus, children }: DialogProps) {
  const t = useText();
  const first = useFirstFocus();
  useWayBack(open, onClose);
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={cx('fade fixed inset-0 bg-scrim', over ? 'z-60' : 'z-40')} />
        <Base.Viewport
          className={cx(
            'fixed inset-0 grid place-items-center overflow-y-auto p-4 max-tablet:place-items-end max-tablet:p-0',
            over ? 'z-60' : 'z-40',
          )}
        >
          <Base.Popup
            {...first}
            {...(finalFocus && { finalFocus })}
            className={cx(
              'pop relative grid w-full gap-5 rounded-card bg-surface-2 p-6 shadow-float outline-none max-tablet:rounded-b-none max-tablet:pb-[max(24px,env(safe-area-inset-bottom))]',
              { normal: 'max-w-[440px]', medium: 'max-w-[560px]', wide: 'max-w-[720px]' }[size],
              'max-tablet:max-w-none',
            )}
          >
            <header className="grid gap-1 pr-8">
              <Base.Title className="text-title font-semibold">{title}</Base.Title>
              {lead !== undefined && <Base.Description className="text-body text-text-2">{lead}</Base.Description>}
            </header>
            {children}
            <Base.Close
              render={<IconButton icon={X} label={t('app.close')} side="bottom" className="absolute top-4 right-4" />}
            />
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

export const DialogActions = ({ children }: { children: ReactNode }) => (
  <footer className="flex flex-wrap-reverse justify-end gap-2 max-tablet:[&>*]:grow">{children}</footer>
);
