import { ImagePlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useText } from '@/shared/i18n';
import { Icon } from '@/shared/ui/icon';
import { PictureEditor } from '@/shared/ui/picture-editor';

interface NewPictureProps {
  readonly picture: Blob | null;
  readonly onPicture: (picture: Blob | null) => void;
}

/** The picture that a server will have, chosen and cropped before there is a server; or none. */
export function NewPicture({ picture, onPicture }: NewPictureProps) {
  const t = useText();
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (picture === null) return;
    const made = URL.createObjectURL(picture);
    setUrl(made);
    return () => {
      URL.revokeObjectURL(made);
      setUrl(undefined);
    };
  }, [picture]);
  return (
    <div className="flex items-center gap-4">
      {url === undefined ? (
        <span
          aria-hidden
          className="grid size-16 shrink-0 place-items-center rounded-card bg-tint/4 text-text-3 ring-1 ring-tint/14 ring-inset"
        >
          <Icon of={ImagePlus} size={20} />
        </span>
      ) : (
        <img src={url} alt="" className="size-16 shrink-0 rounded-card object-cover" />
      )}
      <PictureEditor
        label={t('server.picture')}
        hint={t('server.pictureOptional')}
        ratio={1}
        present={picture !== null}
        busy={false}
        error={undefined}
        onPicture={(cut) => {
          onPicture(cut);
          return Promise.resolve();
        }}
        onRemove={() => onPicture(null)}
        onClose={() => undefined}
      />
    </div>
  );
}
