import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWayBack } from '../hooks/use-way-back';
import { useText } from '../i18n';
import { IconButton } from './icon-button';

interface SheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** Whether what it holds has a head of its own, with a way to close it. */
  readonly bare?: boolean;
  readonly children: ReactNode;
}

/** A column that slides over the app from its right edge; on a phone, all of it. */
export default function Sheet({ open, onClose, title, bare = false, children }: SheetProps) {
  const t = useText();
  useWayBack(open, onClose);
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fade fixed inset-0 z-40 bg-scrim" />
        <Base.Popup className="slide-in fixed inset-y-0 right-0 z-40 flex w-[360px] max-w-full flex-col bg-surface-1 shadow-float outline-none max-tablet:w-full">
          {bare ? (
            <Base.Title className="sr-only">{title}</Base.Title>
          ) : (
            <header className="flex h-12 shrink-0 items-center justify-between border-b border-line pr-2 pl-4">
              <Base.Title className="text-body font-semibold">{title}</Base.Title>
              <Base.Close render={<IconButton icon={X} label={t('app.close')} side="bottom" />} />
            </header>
          )}
          <div className="flex min-h-0 grow flex-col">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
