import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Accepted } from '@/gateway/contract/server';
import type { Me } from '@/gateway/contract/user';
import { request } from '@/gateway/http/request';
import { problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { PictureEditor } from '@/shared/ui/picture-editor';
import { meKey } from '../me';

const changeOwnPicture = (picture: Blob | null) =>
  picture === null ? request('DELETE', '/me/picture', Accepted) : request('PUT', '/me/picture', Accepted, { picture });

/** One's own picture, to be chosen, cropped and taken away. */
export function OwnPicture({ me }: { me: Me }) {
  const t = useText();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: changeOwnPicture,
    onSuccess: () => client.invalidateQueries({ queryKey: meKey }),
  });
  return (
    <PictureEditor
      label={t('me.picture')}
      hint={t('me.pictureHint')}
      ratio={1}
      round
      present={me.avatarUrl !== undefined}
      busy={change.isPending}
      error={change.isError ? problemText(t, change.error) : undefined}
      onPicture={(picture) => change.mutateAsync(picture)}
      onRemove={() => change.mutate(null)}
      onClose={() => change.reset()}
    />
  );
}
