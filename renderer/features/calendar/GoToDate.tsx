import { CalendarSearch } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button as Pressable, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { Button } from '../../ui/Button.tsx';
import { TypedInput } from '../../ui/TypedInput.tsx';
import { typedKinds } from '../../ui/typedKinds.ts';

/** A day to go to, typed or picked. */
export function GoToDate({ onGo }: { readonly onGo: (day: string) => void }) {
  return (
    <DialogTrigger>
      <Pressable className="tg-button" data-kind="quiet" data-square aria-label="Go to date">
        <CalendarSearch size={16} aria-hidden />
      </Pressable>
      <Popover className="tg-popover" offset={4} placement="bottom start">
        <Dialog aria-label="Go to date" className="tg-dialog">
          {({ close }) => (
            <DayForm
              onGo={(day) => {
                onGo(day);
                close();
              }}
            />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function DayForm({ onGo }: { readonly onGo: (day: string) => void }) {
  const [day, setDay] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []); // it was opened in order to type a day
  return (
    <form
      ref={form}
      className="tg-cal-goto"
      onSubmit={(event) => {
        event.preventDefault();
        if (day !== '') onGo(day);
      }}
    >
      <TypedInput kind={typedKinds.day} label="Day" value={day} onChange={setDay} />
      <Button type="submit" isDisabled={day === ''}>
        Go there
      </Button>
    </form>
  );
}
