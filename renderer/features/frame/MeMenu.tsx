import { ChevronsUpDown, Monitor, Moon, Sun, UserCheck } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { StatusView } from '../../../shared/api/appCalls.ts';
import { placeDay } from '../../../shared/time/placeTime.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Menu, type MenuGroup } from '../../ui/Menu.tsx';
import { hrefOf, navigate } from '../../route.ts';
import { problemSentence } from '../../ui/Problem.tsx';
import { showToast } from '../../ui/Toast.tsx';
import { readerZone } from '../../ui/readerZone.ts';
import { roleWords } from '../../ui/tradeWords.ts';
import type { Theme } from './theme.ts';
import { useTheme } from './useTheme.ts';

const themeLooks = { system: Monitor, light: Sun, dark: Moon };
const themeWords: Readonly<Record<Theme, string>> = { system: 'As the system', light: 'Light', dark: 'Dark' };
/** `SHA256:` and six characters: enough to tell two keys apart at a glance. */
const KEY_SHOWN = 13;

/** Me, my role, my key, for whom I act while they are away; on a sample board also whom I act as. */
export function MeMenu({ status }: { readonly status: StatusView }) {
  const { me } = status;
  const actAs = useCommand('me.actAs');
  const [theme, chooseTheme] = useTheme();
  const acting: MenuGroup = {
    label: 'Act as',
    entries: me.canActAs.map(({ person, name, roles }) => ({
      id: person,
      label: name,
      detail: roles.map((role) => roleWords[role]).join(', '),
      isChosen: person === me.person,
      onAction: () => {
        actAs.mutate(
          { person },
          {
            onSuccess: () => showToast({ text: `You now act and sign as ${name}.` }),
            onError: (error) => showToast({ text: problemSentence(error) }),
          },
        );
      },
    })),
  };
  const away: MenuGroup = {
    label: 'You act for',
    entries: me.actsFor.map(({ person, name, until }) => ({
      id: `for-${person}`,
      label: name,
      detail: `until ${placeDay(until, readerZone)}`,
      icon: UserCheck,
      onAction: () => navigate(hrefOf('people', person)),
    })),
  };
  const appearance: MenuGroup = {
    label: 'Appearance',
    entries: (['system', 'light', 'dark'] as const).map((each) => ({
      id: `theme-${each}`,
      label: themeWords[each],
      icon: themeLooks[each],
      isChosen: each === theme,
      onAction: () => chooseTheme(each),
    })),
  };
  const role = me.roles.map((each) => roleWords[each]).join(', ') || (me.isMember ? 'No role' : 'Not on this board');
  return (
    <Menu
      label="Me"
      placement="top start"
      groups={[...(me.actsFor.length > 0 ? [away] : []), ...(me.canActAs.length > 1 ? [acting] : []), appearance]}
    >
      <Button className="tg-me">
        <span className="tg-me-initials" aria-hidden>
          {initials(me.name)}
        </span>
        <span className="tg-me-words">
          <span className="tg-clip tg-me-name" title={me.name}>
            {me.name}
          </span>
          <span className="tg-clip tg-me-role" title={role}>
            {role}
            {me.actsFor.length > 0 && `, for ${me.actsFor.map(({ name }) => name).join(', ')}`}
          </span>
          <span className="tg-clip tg-mono tg-me-role">{me.fingerprint?.slice(0, KEY_SHOWN)}</span>
        </span>
        <span className="tg-hidden">: act as, appearance</span>
        <ChevronsUpDown size={16} aria-hidden />
      </Button>
    </Menu>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
}
