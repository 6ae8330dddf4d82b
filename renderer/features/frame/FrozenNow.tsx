import { Snowflake } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { FrozenNow as Frozen } from '../../../shared/api/appCalls.ts';
import { placeClock, placeDay, zoneName } from '../../../shared/time/placeTime.ts';
import { hrefOf } from '../../route.ts';
import { frozenName } from '../../ui/frozenName.ts';
import { PlaceTime } from '../../ui/PlaceTime.tsx';

/** What is frozen now, till when by that place's clock. */
export function FrozenNow({ frozen }: { readonly frozen: readonly Frozen[] }) {
  const first = frozen[0];
  if (!first)
    return (
      <span className="tg-now-item" data-quiet>
        Nothing is frozen
      </span>
    );
  const more = frozen.length - 1;
  return (
    <DialogTrigger>
      <Button className="tg-now-item tg-frozen">
        <Snowflake size={16} aria-hidden />
        <span className="tg-clip">{frozenName(first)}</span>
        <span className="tg-frozen-till">
          frozen till {placeDay(first.until, first.zone)} {placeClock(first.until, first.zone)} {zoneName(first.zone)}
        </span>
        {more > 0 && <span>+{more}</span>}
      </Button>
      <Popover className="tg-popover" offset={4} placement="bottom end">
        <Dialog aria-label="Frozen now" className="tg-dialog">
          {({ close }) => (
            <ul className="tg-now-list">
              {frozen.map(({ window, title, where, until, zone }) => (
                <li key={`${window} ${where} ${until}`}>
                  <a href={hrefOf('windows', window)} onClick={close}>
                    {title}
                  </a>
                  <span className="tg-quiet">{where}</span>
                  <span>
                    until <PlaceTime at={until} zone={zone} />
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
