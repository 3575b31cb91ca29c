import { ImageUp, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useText } from '../i18n';
import { Button } from './button';
import { Icon } from './icon';
import { laterOverlay } from './later';

const CropDialog = laterOverlay(() => import('./crop-dialog'));

interface PictureEditorProps {
  readonly label: string;
  readonly hint: string;
  /** How many times as wide as high. */
  readonly ratio: 1 | 3;
  readonly round?: boolean;
  /** Whether there is one that can be taken away. */
  readonly present: boolean;
  readonly busy: boolean;
  readonly error: string | undefined;
  /** Resolves when it is saved, and fails when it was refused. */
  readonly onPicture: (cut: Blob) => Promise<unknown>;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** Twice as wide as the largest that is shown of a square one. */
const WIDTHS = { 1: 512, 3: 1920 } as const;

/** Chooses a picture, has it cropped, and takes it away again. */
export function PictureEditor({
  label,
  hint,
  ratio,
  round = false,
  present,
  busy,
  error,
  onPicture,
  onRemove,
  onClose,
}: PictureEditorProps) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    onClose();
  };
  return (
    <div role="group" aria-label={label} className="grid content-start gap-2">
      <div className="grid">
        <p className="text-meta font-medium text-text-2">{label}</p>
        <p className="text-label text-text-3">{hint}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button look="quiet" disabled={busy} onClick={() => input.current?.click()}>
          <Icon of={ImageUp} size={16} />
          {t(present ? 'picture.change' : 'picture.choose')}
        </Button>
        {present && (
          <Button look="plain" disabled={busy} onClick={onRemove}>
            <Icon of={Trash2} size={16} />
            {t('picture.remove')}
          </Button>
        )}
      </div>
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg,image/webp,image/gif"
        aria-label={label}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const picked = event.target.files?.[0];
          // The same file can be chosen again.
          event.target.value = '';
          if (picked === undefined) return;
          setFile(picked);
          setOpen(true);
        }}
      />
      <CropDialog
        open={open}
        file={file}
        title={label}
        ratio={ratio}
        width={WIDTHS[ratio]}
        round={round}
        busy={busy}
        error={open ? error : undefined}
        onClose={close}
        onDone={(cut) => void onPicture(cut).then(close, () => undefined)}
      />
    </div>
  );
}
