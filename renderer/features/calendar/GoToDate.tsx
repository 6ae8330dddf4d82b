import { CalendarSearch } from 'lucide-react';
import { useState } from 'react';
import { Button as Pressable, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { isWall } from '../../../shared/time/instant.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';

/** A day to go to, typed or picked. */
export function GoToDate({ onGo }: { readonly onGo: (day: string) => void }) {
  const [day, setDay] = useState('');
  const isDay = isWall(`${day}T00:00`);
  return (
    <DialogTrigger>
      <Pressable className="tg-button" data-kind="quiet" data-square aria-label="Go to date">
        <CalendarSearch size={16} aria-hidden />
      </Pressable>
      <Popover className="tg-popover" offset={4} placement="bottom start">
        <Dialog aria-label="Go to date" className="tg-dialog">
          {({ close }) => (
            <form
              className="tg-cal-goto"
              onSubmit={(event) => {
                event.preventDefault();
                if (!isDay) return;
                onGo(day);
                close();
              }}
            >
              <Field label="Day" htmlFor="cal-goto">
                <input
                  id="cal-goto"
                  type="date"
                  className="tg-input"
                  value={day}
                  // oxlint-disable-next-line jsx-a11y/no-autofocus -- the popover was opened in order to type a day
                  autoFocus
                  onChange={({ target }) => setDay(target.value)}
                />
              </Field>
              <Button type="submit" isDisabled={!isDay}>
                Go there
              </Button>
            </form>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
