import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Server } from '@/gateway/contract/server';
import { reloadPast } from '@/gateway/feed/reload';
import { problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { PictureEditor } from '@/shared/ui/picture-editor';
import { changePicture, type PictureOf } from '../api/change-picture';
import { serversKey } from '../model/use-servers';

/** The picture and the banner of a server, each to be chosen, cropped and taken away. */
export function ServerPictures({ server }: { server: Server }) {
  const t = useText();
  return (
    <div className="grid gap-5 tablet:grid-cols-2">
      <Editor
        server={server}
        which="picture"
        label={t('server.picture')}
        hint={t('server.pictureHint')}
        present={server.pictureUrl !== undefined}
      />
      <Editor
        server={server}
        which="banner"
        label={t('server.banner')}
        hint={t('server.bannerHint')}
        present={server.bannerUrl !== undefined}
      />
    </div>
  );
}

interface EditorProps {
  readonly server: Server;
  readonly which: PictureOf;
  readonly label: string;
  readonly hint: string;
  readonly present: boolean;
}

function Editor({ server, which, label, hint, present }: EditorProps) {
  const t = useText();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (picture: Blob | null) => changePicture(server.id, which, picture),
    onSuccess: ({ position }) => reloadPast(client, serversKey, position),
  });
  return (
    <PictureEditor
      label={label}
      hint={hint}
      ratio={which === 'picture' ? 1 : 3}
      present={present}
      busy={change.isPending}
      error={change.isError ? problemText(t, change.error) : undefined}
      onPicture={(picture) => change.mutateAsync(picture)}
      onRemove={() => change.mutate(null)}
      onClose={() => change.reset()}
    />
  );
}
