import {
  Autocomplete,
  Dialog,
  Input,
  ListBox,
  Popover,
  SearchField,
  useFilter,
  type ListBoxProps,
} from 'react-aria-components';
import { OptionLine, type Option } from './Select.tsx';

export interface OptionPopoverProps<T extends string> extends Pick<
  ListBoxProps<Option<T>>,
  'selectionMode' | 'disallowEmptySelection' | 'escapeKeyBehavior' | 'selectedKeys' | 'onSelectionChange'
> {
  readonly label: string;
  readonly options: readonly Option<T>[];
  /** A few are seen at once and need no search. */
  readonly hasSearch: boolean;
}

/** The choices of a button, in a list that floats below it. */
export function OptionPopover<T extends string>({ label, options, hasSearch, ...list }: OptionPopoverProps<T>) {
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <Popover className="tg-popover" offset={4} placement="bottom start">
      <Dialog aria-label={label} className="tg-dialog">
        <Autocomplete filter={contains}>
          {hasSearch && (
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the popover was opened in order to search
            <SearchField aria-label={`Search ${label.toLowerCase()}`} autoFocus className="tg-popover-search">
              <Input className="tg-input" placeholder="Search" />
            </SearchField>
          )}
          <ListBox
            {...list}
            aria-label={label}
            className="tg-list"
            items={options}
            renderEmptyState={() => <p className="tg-menu-heading">Nothing matches.</p>}
          >
            {(option) => <OptionLine option={option} />}
          </ListBox>
        </Autocomplete>
      </Dialog>
    </Popover>
  );
}
