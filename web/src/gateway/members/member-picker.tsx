import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactElement } from 'react';
import { useText } from '@/shared/i18n';
import { fold } from '@/shared/model/fold';
import { Avatar } from '@/shared/ui/avatar';
import { PickList, PickShell, type Pickable } from '@/shared/ui/pick-list';
import type { Id } from '../contract/ids';
import type { Member } from '../contract/server';
import { problemText } from '../problem-text';
import { fits, searchMembers, wordsOf } from './search-members';

interface MemberPickerProps {
  readonly serverId: Id;
  readonly label: string;
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly onPick: (member: Member) => void;
  /** Whether someone can be picked; everyone can without it. */
  readonly offers?: (member: Member) => boolean;
  /** What can be picked besides, all of it known; they come first. */
  readonly others?: readonly Pickable[];
  readonly onOther?: (id: string) => void;
  /** Whether one goes on picking. */
  readonly stay?: boolean;
  readonly align?: 'start' | 'end';
}

/** Whoever types is asked for once, after the last letter. */
const REST_MS = 200;

/** A button, and the list that it opens, in which every member of a server can be found by name, however many there are. */
export function MemberPicker({ label, trigger, align, stay = false, onPick, onOther, ...rest }: MemberPickerProps) {
  const [open, setOpen] = useState(false);
  const done = () => {
    if (!stay) setOpen(false);
  };
  return (
    <PickShell label={label} trigger={trigger} align={align} open={open} onOpenChange={setOpen}>
      <Picking
        label={label}
        onPick={(member) => {
          done();
          onPick(member);
        }}
        onOther={(id) => {
          done();
          onOther?.(id);
        }}
        {...rest}
      />
    </PickShell>
  );
}

type PickingProps = Omit<MemberPickerProps, 'trigger' | 'align' | 'stay' | 'onOther'> & {
  readonly onOther: (id: string) => void;
};

type MemberPick = Pickable & { readonly member?: Member };

function Picking({ serverId, label, offers, others = [], onPick, onOther }: PickingProps) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const words = wordsOf(typed);
  const [asked, setAsked] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words), REST_MS);
    return () => clearTimeout(timer);
  }, [words]);
  const { data, error, isError, isPlaceholderData, isFetching, refetch } = useQuery({
    queryKey: ['member-search', serverId, asked],
    queryFn: ({ signal }) => searchMembers(serverId, asked, signal),
    placeholderData: keepPreviousData,
    // Roles may have been given since: it is asked again whenever it opens.
    staleTime: 0,
  });
  const looking = words !== asked || isPlaceholderData || (isFetching && (isError || data === undefined));
  // Of the answer before, those stay who will be in the next one too: nobody is picked who does not fit.
  const members = data?.items.filter((member) => fits(member, words) && (offers?.(member) ?? true)) ?? [];
  const picks: readonly MemberPick[] = [
    ...others.filter((other) => fold(`${other.name} ${other.detail ?? ''}`).includes(fold(words))),
    ...members.map((member) => ({
      id: member.userId,
      group: t('pick.members'),
      name: member.displayName,
      detail: `@${member.username}`,
      picture: <Avatar id={member.userId} name={member.displayName} url={member.avatarUrl} size={24} />,
      member,
    })),
  ];
  return (
    <PickList
      label={label}
      typed={typed}
      onTyped={setTyped}
      picks={picks}
      looking={looking}
      more={!looking && data?.hasAfter === true}
      failure={isError && !looking ? { text: problemText(t, error), retry: () => void refetch() } : undefined}
      onPick={(pick) => (pick.member ? onPick(pick.member) : onOther(pick.id))}
    />
  );
}
