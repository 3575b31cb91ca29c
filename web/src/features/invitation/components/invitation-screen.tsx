import { useMutation, useQuery } from '@tanstack/react-query';
import { Clock, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Id } from '@/gateway/contract/ids';
import type { InvitationPreview } from '@/gateway/contract/invitation';
import { asProblem } from '@/gateway/http/problem';
import { problemText } from '@/gateway/problem-text';
import { timeLeft, useLanguage, useText } from '@/shared/i18n';
import { paths } from '@/shared/model/paths';
import { Avatar } from '@/shared/ui/avatar';
import { Banner } from '@/shared/ui/banner';
import { Button, buttonClass } from '@/shared/ui/button';
import { Delayed } from '@/shared/ui/delayed';
import { Empty } from '@/shared/ui/empty';
import { Failure } from '@/shared/ui/failure';
import { FormError } from '@/shared/ui/form-error';
import { Icon } from '@/shared/ui/icon';
import { Main } from '@/shared/ui/main';
import { Mark } from '@/shared/ui/mark';
import { acceptInvitation } from '../api/accept-invitation';
import { getInvitation } from '../api/get-invitation';
import { endedBy } from '../model/ended';

interface InvitationScreenProps {
  readonly code: string;
  readonly signedIn: boolean;
  /** Leads into the server; nobody enters who is not signed in. */
  readonly onEnter?: (serverId: Id) => Promise<void>;
}

/** What a link leads to, for whoever opens it: signed in or not, in the server already or not. */
export default function InvitationScreen({ code, signedIn, onEnter }: InvitationScreenProps) {
  const t = useText();
  const preview = useQuery({
    queryKey: ['invitation', code, signedIn],
    queryFn: () => getInvitation(code, signedIn),
    staleTime: 0,
  });
  const entering = useMutation({
    mutationFn: () => acceptInvitation(code),
    onSuccess: (serverId) => onEnter?.(serverId),
  });
  const refusal = entering.error ?? preview.error;
  const ended = refusal === null ? undefined : endedBy(asProblem(refusal).code);

  return (
    <Main className="scroll flex h-full flex-col bg-surface-1">
      {!signedIn && (
        <div className="flex items-center gap-2.5 px-6 pt-8 text-title font-semibold tracking-[-0.01em]">
          <Mark size={28} />
          {t('app.name')}
        </div>
      )}
      {ended !== undefined ? (
        <Empty whole icon={ended.icon} title={t(ended.title)} body={t(ended.body)}>
          <Link href={paths.home} className={buttonClass('quiet')}>
            {t('notFound.home')}
          </Link>
        </Empty>
      ) : preview.data ? (
        <Card preview={preview.data}>
          {entering.isError && <FormError text={problemText(t, entering.error)} />}
          {!signedIn ? (
            <WaysIn code={code} />
          ) : preview.data.member ? (
            <Button size="large" className="w-full" onClick={() => void onEnter?.(preview.data.serverId)}>
              {t('invite.open')}
            </Button>
          ) : (
            <Button
              size="large"
              className="w-full"
              disabled={entering.isPending || entering.isSuccess}
              onClick={() => entering.mutate()}
            >
              {t('invite.join')}
            </Button>
          )}
        </Card>
      ) : preview.isError ? (
        <Failure title={t('invite.failed')} body={problemText(t, preview.error)} onRetry={() => void preview.refetch()} />
      ) : (
        <Delayed>
          <div className="skeleton m-auto h-[380px] w-full max-w-[420px] rounded-card!" />
        </Delayed>
      )}
    </Main>
  );
}

function Card({ preview, children }: { preview: InvitationPreview; children: ReactNode }) {
  const t = useText();
  const language = useLanguage();
  return (
    <div className="m-auto grid w-full max-w-[452px] p-4">
      <article className="pop overflow-hidden rounded-card bg-surface-3 shadow-float">
        <Banner
          id={preview.serverId}
          url={preview.serverBannerUrl}
          sizes="452px"
          className={preview.serverBannerUrl === undefined ? 'h-24' : 'aspect-[3/1]'}
        />
        <div className="grid justify-items-center gap-5 px-7 pb-7 text-center max-tablet:px-5">
          <span className="relative -mt-9 rounded-[16px] bg-surface-3 p-1.5">
            <Avatar id={preview.serverId} name={preview.serverName} url={preview.serverPictureUrl} size={64} square />
          </span>
          <div className="grid w-full gap-1.5">
            <p className="text-meta text-balance text-text-2">
              {preview.member ? t('invite.member') : t('invite.invites', { name: preview.inviterName })}
            </p>
            <h1 className="text-display font-semibold tracking-[-0.015em] text-balance break-words" dir="auto">
              {preview.serverName}
            </h1>
            {preview.serverDescription !== undefined && (
              <p className="line-clamp-4 text-body text-balance break-words text-text-2" dir="auto">
                {preview.serverDescription}
              </p>
            )}
          </div>
          <ul className="tabular flex flex-wrap justify-center gap-x-4 gap-y-1 text-meta text-text-3">
            <li className="flex items-center gap-1.5">
              <Icon of={Users} size={15} />
              {t('server.members', { count: preview.memberCount })}
            </li>
            {preview.expiresAt !== undefined && !preview.member && (
              <li className="flex items-center gap-1.5">
                <Icon of={Clock} size={15} />
                {t('invite.expires', { when: timeLeft(language, new Date(preview.expiresAt), new Date()) })}
              </li>
            )}
          </ul>
          <div className="grid w-full gap-2.5">{children}</div>
        </div>
      </article>
    </div>
  );
}

/** Both come back to the invitation. */
function WaysIn({ code }: { code: string }) {
  const t = useText();
  const next = `?next=${encodeURIComponent(paths.invitation(code))}`;
  return (
    <>
      <Link href={paths.register + next} className={`${buttonClass('primary', 'large')} w-full`}>
        {t('invite.signUp')}
      </Link>
      <Link href={paths.signIn + next} className={`${buttonClass('quiet', 'large')} w-full`}>
        {t('invite.signIn')}
      </Link>
    </>
  );
}
