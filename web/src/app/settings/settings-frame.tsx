import { ArrowLeft, ChevronRight, X, type LucideIcon } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { Link, Redirect, useLocation } from 'wouter';
import { usePhone } from '@/shared/hooks/use-media';
import { useText } from '@/shared/i18n';
import { cx } from '@/shared/ui/cx';
import { hint } from '@/shared/ui/hint';
import { Icon } from '@/shared/ui/icon';
import { Main } from '@/shared/ui/main';

/** What is more is not worth its width. */
const COUNT_MOST = 99;

/** What one section is called, and what it shows. */
export interface ShownSection {
  readonly id: string;
  readonly icon: LucideIcon;
  readonly label: string;
  /** How much waits there. */
  readonly count?: number;
  /** Whether it has columns of its own, and needs the room for them. */
  readonly wide?: boolean;
  readonly content: ReactNode;
}

interface SettingsFrameProps {
  /** Whose settings they are. */
  readonly title: string;
  readonly sections: readonly ShownSection[];
  /** The section that is open; null for none yet. */
  readonly open: string | null;
  /** Whether an item of the section is open, whose way back leads to the section. */
  readonly item: boolean;
  readonly hrefOf: (section: string | null) => string;
  /** Where one came from. */
  readonly back: string;
}

/** Settings take the whole window: sections at the side, the open one beside them. On a phone, one of the two. */
export function SettingsFrame({ title, sections, open, item, hrefOf, back }: SettingsFrameProps) {
  const t = useText();
  const phone = usePhone();
  const [, navigate] = useLocation();
  const section = sections.find((one) => one.id === open);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // What is open over the settings closes first.
      if (document.querySelector('[role=dialog], [role=menu], [role=listbox], [data-lifted]') !== null) return;
      navigate(back);
    };
    // Before what is open hears it, and is gone.
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [navigate, back]);

  if (section === undefined && (!phone || open !== null)) {
    const [first] = sections;
    return first && open === null ? <Redirect to={hrefOf(first.id)} replace /> : <Redirect to={back} replace />;
  }

  const list = (
    <nav aria-label={t('settings.sections', { name: title })} className="grid gap-px">
      {sections.map((one) => (
        <Link
          key={one.id}
          href={hrefOf(one.id)}
          aria-current={one.id === open ? 'page' : undefined}
          className={cx(
            'flex h-9 items-center gap-2.5 rounded-control px-2.5 text-body transition-colors max-tablet:h-12',
            one.id === open ? 'bg-tint/10 font-medium text-text-1' : 'text-text-2 hover:bg-tint/5 hover:text-text-1',
          )}
        >
          <Icon of={one.icon} className="shrink-0 text-text-3" />
          <span className="grow truncate">{one.label}</span>
          {one.count !== undefined && (
            <span className="shrink-0 rounded-full bg-accent px-1.5 text-label font-semibold tabular-nums text-accent-ink">
              {one.count > COUNT_MOST ? `${COUNT_MOST}+` : one.count}
              <span className="sr-only"> {t('settings.waiting')}</span>
            </span>
          )}
          <Icon of={ChevronRight} size={16} className="text-text-3 tablet:hidden" />
        </Link>
      ))}
    </nav>
  );

  if (phone) {
    const wayBack = section === undefined ? back : hrefOf(item ? section.id : null);
    return (
      <Main className="flex flex-col">
        <header className="flex h-12 shrink-0 items-center gap-1 border-b border-line pr-4 pl-1">
          <Link
            href={wayBack}
            aria-label={t('app.back')}
            className="grid size-11 shrink-0 place-items-center rounded-control text-text-2"
          >
            <Icon of={ArrowLeft} size={20} />
          </Link>
          <h1 className="min-w-0 truncate text-body font-semibold" dir="auto">
            {section?.label ?? title}
          </h1>
        </header>
        <div className="scroll flex grow flex-col gap-5 px-4 pt-4 pb-2">{section ? section.content : list}</div>
      </Main>
    );
  }

  return (
    <div className="flex min-w-0 grow bg-surface-2">
      <aside
        aria-label={t('settings.sections', { name: title })}
        className="scroll flex w-[248px] shrink-0 flex-col gap-3 border-r border-line bg-surface-1 px-2 py-3"
      >
        <Link
          href={back}
          className="flex h-9 items-center gap-2 rounded-control px-2 text-meta font-medium text-text-2 transition-colors hover:bg-tint/5 hover:text-text-1"
        >
          <Icon of={ArrowLeft} size={16} className="shrink-0" />
          <span className="truncate" dir="auto">
            {title}
          </span>
        </Link>
        {list}
      </aside>
      <Main className="scroll flex">
        {/* Every section begins at the same edge: the title stays where it is from one to the next. */}
        <div className="mx-auto flex w-full max-w-[1080px] min-w-0 flex-col gap-6 px-10 pt-8 max-desktop:px-6">
          <h1 className="text-title font-semibold tracking-[-0.01em]">{section?.label}</h1>
          <div className={cx('flex w-full grow flex-col gap-6', section?.wide !== true && 'max-w-form')}>{section?.content}</div>
        </div>
        <Link
          href={back}
          aria-label={t('app.close')}
          {...hint(t('app.close'), { keys: 'Esc', side: 'left' })}
          className="sticky top-6 mr-5 grid size-9 shrink-0 place-items-center self-start rounded-full text-text-2 ring-1 ring-tint/20 transition-colors hover:bg-tint/8 hover:text-text-1"
        >
          <Icon of={X} />
        </Link>
      </Main>
    </div>
  );
}
