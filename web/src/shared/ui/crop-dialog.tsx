import { ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useText } from '../i18n';
import { CLOSEST, frameOf, middleOf, moved, resultOf, within, type Crop, type Size } from '../model/crop';
import { Button } from './button';
import { cx } from './cx';
import { Dialog, DialogActions } from './dialog';
import { FormError } from './form-error';
import { Icon } from './icon';

interface CropDialogProps {
  readonly open: boolean;
  readonly file: File | null;
  readonly title: string;
  /** How many times as wide as high. */
  readonly ratio: number;
  /** Of the result, at most. */
  readonly width: number;
  readonly round: boolean;
  readonly busy: boolean;
  readonly error: string | undefined;
  readonly onClose: () => void;
  readonly onDone: (cut: Blob) => void;
}

/** Cuts out of a picture what is wanted of it: by hand, by wheel, or by keys. */
export default function CropDialog({ open, file, title, onClose, ...rest }: CropDialogProps) {
  const t = useText();
  return (
    <Dialog open={open} onClose={onClose} title={title} lead={t('picture.lead')} size={rest.ratio > 1 ? 'medium' : 'normal'}>
      {file !== null && <Cropping key={`${file.name} ${file.lastModified} ${file.size}`} file={file} onClose={onClose} {...rest} />}
    </Dialog>
  );
}

type Opened = { readonly image: HTMLImageElement; readonly url: string } | 'unreadable' | null;

function useImage(file: File): Opened {
  const [opened, setOpened] = useState<Opened>(null);
  useEffect(() => {
    const url = URL.createObjectURL(file);
    const image = new Image();
    let current = true;
    image.onload = () => current && setOpened({ image, url });
    image.onerror = () => current && setOpened('unreadable');
    image.src = url;
    return () => {
      current = false;
      URL.revokeObjectURL(url);
    };
  }, [file]);
  return opened;
}

type CroppingProps = Omit<CropDialogProps, 'open' | 'title' | 'file'> & { readonly file: File };

interface Point {
  readonly x: number;
  readonly y: number;
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** So far goes one press of an arrow, of the width of the stage. */
const STEP = 0.04;

function Cropping({ file, ratio, width, round, busy, error, onClose, onDone }: CroppingProps) {
  const t = useText();
  const hintId = useId();
  const stage = useRef<HTMLDivElement>(null);
  const fingers = useRef(new Map<number, Point>());
  const opened = useImage(file);
  const [chosen, setChosen] = useState<Crop | null>(null);
  const readable = opened !== null && opened !== 'unreadable' ? opened : null;
  const size: Size | null = readable && { width: readable.image.naturalWidth, height: readable.image.naturalHeight };
  const crop = size && (chosen ?? middleOf(size));

  const push = (x: number, y: number) => {
    const box = stage.current?.getBoundingClientRect();
    if (size && crop && box) setChosen(moved(size, ratio, crop, { x, y }, box.width));
  };
  const zoomTo = (zoom: number) => {
    if (size && crop) setChosen(within(size, ratio, { ...crop, zoom }));
  };
  const zoomBy = useRef<(factor: number) => void>(() => undefined);
  useEffect(() => {
    zoomBy.current = (factor) => crop && zoomTo(crop.zoom * factor);
  });
  useEffect(() => {
    const box = stage.current;
    // Only a listener that is not passive may keep the page from scrolling.
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      zoomBy.current(Math.exp(-event.deltaY / 400));
    };
    box?.addEventListener('wheel', onWheel, { passive: false });
    return () => box?.removeEventListener('wheel', onWheel);
  }, []);
  const onMove = (id: number, at: Point) => {
    const before = fingers.current.get(id);
    if (before === undefined) return;
    const other = [...fingers.current].find(([one]) => one !== id)?.[1];
    fingers.current.set(id, at);
    if (other === undefined) push(at.x - before.x, at.y - before.y);
    else zoomBy.current(distance(at, other) / Math.max(1, distance(before, other)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = (stage.current?.clientWidth ?? 0) * STEP;
    const act = {
      ArrowLeft: () => push(step, 0),
      ArrowRight: () => push(-step, 0),
      ArrowUp: () => push(0, step),
      ArrowDown: () => push(0, -step),
      '+': () => zoomBy.current(1.1),
      '=': () => zoomBy.current(1.1),
      '-': () => zoomBy.current(1 / 1.1),
    }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  const finish = async () => {
    if (!readable || !size || !crop) return;
    const cut = await cutOut(readable.image, size, ratio, crop, width, file.type);
    if (cut) onDone(cut);
  };

  if (opened === 'unreadable') {
    return (
      <>
        <FormError text={t('picture.unreadable')} />
        <DialogActions>
          <Button onClick={onClose}>{t('app.close')}</Button>
        </DialogActions>
      </>
    );
  }
  const frame = size && crop && frameOf(size, ratio, crop.zoom);
  return (
    <>
      <div
        ref={stage}
        role="group"
        tabIndex={0}
        aria-label={t('picture.stage')}
        aria-describedby={hintId}
        className={cx(
          'relative w-full cursor-grab touch-none overflow-hidden rounded-control bg-surface-0 select-none active:cursor-grabbing',
          ratio === 1 ? 'mx-auto max-w-[320px]' : '',
        )}
        style={{ aspectRatio: ratio }}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
        }}
        onPointerMove={(event) => onMove(event.pointerId, { x: event.clientX, y: event.clientY })}
        onLostPointerCapture={(event) => fingers.current.delete(event.pointerId)}
      >
        {readable && size && crop && frame && (
          <img
            src={readable.url}
            alt=""
            draggable={false}
            className="pointer-events-none absolute max-w-none"
            style={{
              width: `${(size.width / frame.width) * 100}%`,
              left: `${(0.5 - crop.x / frame.width) * 100}%`,
              top: `${(0.5 - crop.y / frame.height) * 100}%`,
            }}
          />
        )}
        {round && <span className="pointer-events-none absolute inset-0 rounded-full shadow-[0_0_0_999px_var(--color-scrim)]" />}
        <span className="pointer-events-none absolute inset-0 rounded-[inherit] ring-1 ring-tint/20 ring-inset" />
      </div>
      <p id={hintId} className="-mt-2 text-label text-text-3">
        {t('picture.stageHint')}
      </p>
      <label className="flex items-center gap-3 text-text-2">
        <span className="sr-only">{t('picture.zoom')}</span>
        <Icon of={ZoomOut} />
        <input
          type="range"
          min={1}
          max={CLOSEST}
          step={0.01}
          value={crop?.zoom ?? 1}
          disabled={!crop}
          aria-valuetext={`${Math.round((crop?.zoom ?? 1) * 100)} %`}
          onChange={(event) => zoomTo(event.target.valueAsNumber)}
          className="h-6 grow accent-accent-strong pointer-coarse:h-11"
        />
        <Icon of={ZoomIn} />
      </label>
      {error !== undefined && <FormError text={error} />}
      <DialogActions>
        <Button look="plain" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button disabled={!crop || busy} onClick={() => void finish()}>
          {t('picture.use')}
        </Button>
      </DialogActions>
    </>
  );
}

/** A photograph stays one; what may be seen through stays so too. */
function cutOut(image: HTMLImageElement, size: Size, ratio: number, crop: Crop, most: number, type: string): Promise<Blob | null> {
  const frame = frameOf(size, ratio, crop.zoom);
  const result = resultOf(size, ratio, crop, most);
  const canvas = document.createElement('canvas');
  canvas.width = result.width;
  canvas.height = result.height;
  const context = canvas.getContext('2d');
  if (context === null) return Promise.resolve(null);
  context.imageSmoothingQuality = 'high';
  context.drawImage(
    image,
    crop.x - frame.width / 2,
    crop.y - frame.height / 2,
    frame.width,
    frame.height,
    0,
    0,
    result.width,
    result.height,
  );
  return new Promise((resolve) => canvas.toBlob(resolve, type === 'image/jpeg' ? 'image/jpeg' : 'image/png', 0.94));
}
