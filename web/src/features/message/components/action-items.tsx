import { useText } from '@/shared/i18n';
import { Keys } from '@/shared/ui/keys';
import { MenuItem, MenuLine } from '@/shared/ui/menu';
import type { Entry } from '../model/entries';
import { actionsFor, type Rights, type Verbs } from './message-actions';

/** The entries of a message's menu, wherever it opens. */
export function ActionItems({ entry, rights, verbs }: { entry: Entry; rights: Rights; verbs: Verbs }) {
  const t = useText();
  return actionsFor(entry, rights).map((action) => (
    <div key={action.verb} role="presentation">
      {action.danger && <MenuLine />}
      <MenuItem
        icon={action.icon}
        danger={action.danger ?? false}
        onClick={() => verbs[action.verb](entry)}
        aside={action.keys && <Keys of={action.keys} />}
      >
        {t(action.label)}
      </MenuItem>
    </div>
  ));
}
