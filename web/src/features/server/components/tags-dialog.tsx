import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Server } from '@/gateway/contract/server';
import { asProblem } from '@/gateway/http/problem';
import { fieldText, problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { TextField } from '@/shared/ui/field';
import { firstFocus } from '@/shared/ui/first-focus';
import { FormError } from '@/shared/ui/form-error';
import { tagServer } from '../api/tag-server';
import { fit, LONGEST_TAG, MOST_TAGS, tagsOf } from '../model/tags';

interface TagsDialogProps {
  readonly open: boolean;
  readonly server: Server;
  readonly onClose: () => void;
}

/** Under which words a public server is found. */
export default function TagsDialog({ open, server, onClose }: TagsDialogProps) {
  const t = useText();
  return (
    <Dialog open={open} onClose={onClose} title={t('server.tags')} lead={t('server.tagsLead')}>
      <TagsForm server={server} onClose={onClose} />
    </Dialog>
  );
}

function TagsForm({ server, onClose }: Omit<TagsDialogProps, 'open'>) {
  const t = useText();
  const [typed, setTyped] = useState(server.tags.join(', '));
  const tags = tagsOf(typed);
  const change = useMutation({ mutationFn: () => tagServer(server.id, tags), onSuccess: onClose });
  const problem = change.error === null ? undefined : asProblem(change.error);
  const tooMuch = fit(tags) ? undefined : t('problem.tags');
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate();
      }}
    >
      <TextField
        label={t('server.tagsLabel')}
        hint={t('server.tagsHint', { many: MOST_TAGS, longest: LONGEST_TAG })}
        placeholder={t('server.tagsPlaceholder')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        error={tooMuch ?? fieldText(t, problem, 'tags')}
        autoComplete="off"
        {...firstFocus}
      />
      {problem?.fields.size === 0 && <FormError text={problemText(t, problem)} />}
      <DialogActions>
        <Button look="plain" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button type="submit" disabled={tooMuch !== undefined || change.isPending}>
          {t('app.save')}
        </Button>
      </DialogActions>
    </form>
  );
}
