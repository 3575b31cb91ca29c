import { ImagePlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useText } from '@/shared/i18n';
import { Icon } from '@/shared/ui/icon';
import { PictureEditor } from '@/shared/ui/picture-editor';

interface NewPictureProps {
  readonly onPicture: (picture: Blob | null) => void;
}

/** The picture that a server will have, chosen and cropped before there is a server; or none. */
export function NewPicture({ onPicture }: NewPictureProps) {
  const t = useText();
  const [url, setUrl] = useState<string>();
  useEffect(() => () => (url === undefined ? undefined : URL.revokeObjectURL(url)), [url]);
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
        present={url !== undefined}
        busy={false}
        error={undefined}
        onPicture={(cut) => {
          setUrl(URL.createObjectURL(cut));
          onPicture(cut);
          return Promise.resolve();
        }}
        onRemove={() => {
          setUrl(undefined);
          onPicture(null);
        }}
        onClose={() => undefined}
      />
    </div>
  );
}
