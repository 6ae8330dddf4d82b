import { Check, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import {
  Header,
  Menu as AriaMenu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  type PopoverProps,
} from 'react-aria-components';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly icon?: LucideIcon;
  readonly isChosen?: boolean;
  readonly isDisabled?: boolean;
  readonly tone?: 'danger';
  readonly onAction: () => void;
}
export interface MenuGroup {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}
export interface MenuProps {
  /** The button that opens it. */
  readonly children: ReactElement;
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  readonly placement?: PopoverProps['placement'];
}

/** Actions under a button, in named groups. */
export function Menu({ children, label, groups, placement = 'bottom start' }: MenuProps) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="tg-popover" offset={4} placement={placement}>
        <AriaMenu className="tg-list" aria-label={label}>
          {groups.map((group) => (
            <MenuSection key={group.label}>
              <Header className="tg-menu-heading">{group.label}</Header>
              {group.entries.map((entry) => (
                <MenuLine key={entry.id} entry={entry} />
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function MenuLine({ entry }: { readonly entry: MenuEntry }) {
  const Icon = entry.isChosen ? Check : entry.icon;
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      className="tg-option"
      data-tone={entry.tone}
      isDisabled={entry.isDisabled ?? false}
      onAction={entry.onAction}
    >
      {Icon ? <Icon size={16} aria-hidden /> : <span className="tg-option-tick" />}
      <span className="tg-option-text">
        {/* No label slot: the name is all that is read on screen, the detail too. */}
        <span>{entry.label}</span> {entry.detail && <span className="tg-option-detail">{entry.detail}</span>}
      </span>
      {entry.isChosen && <span className="tg-hidden">chosen</span>}
    </MenuItem>
  );
}
