import { Circle, CircleCheck } from 'lucide-react';
import type { ChangeDetail } from '../../../../shared/api/changeCalls.ts';
import type { WaiverView } from '../../../../shared/api/waiverCalls.ts';
import { useCommand } from '../../../api/useCommand.ts';
import type { Names, Place } from '../../../api/useCatalogue.ts';
import { hrefOf } from '../../../route.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { PlaceTime } from '../../../ui/PlaceTime.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { asSentence } from '../../../ui/spanWords.ts';
import type { Act } from './ChangeActs.tsx';
import { useSaySigned } from './useSaySigned.ts';
import { standingOf, voiceWords } from './waiverWords.ts';

interface WaiverPartProps {
  readonly detail: ChangeDetail;
  readonly names: Names;
  readonly onAct: (act: Act) => void;
}

/** The waivers of the change: what each lifts, who must still sign, which run used it. */
export function WaiverPart({ detail, names, onAct }: WaiverPartProps) {
  const { waivers, mayWaive, mayBreakGlass, row } = detail;
  if (waivers.length === 0 && !mayWaive && !mayBreakGlass) return null;
  const place = names.place(row.sites);
  return (
    <section aria-label="Waivers" className="tg-waivers">
      <div className="tg-section-head">
        <h2>Waivers</h2>
      </div>
      {waivers.length === 0 && (
        <p className="tg-quiet">A freeze meets this change. A waiver lifts it once, for the hours that it names.</p>
      )}
      <ul>
        {waivers.toReversed().map((waiver) => (
          <Waiver key={waiver.digest} waiver={waiver} {...{ detail, names, place, onAct }} />
        ))}
      </ul>
      {(mayWaive || mayBreakGlass) && (
        <div className="tg-agree-acts">
          {mayWaive && (
            <Button size="small" onPress={() => onAct({ kind: 'waive', isBreakGlass: false })}>
              Ask for a waiver…
            </Button>
          )}
          {mayBreakGlass && (
            <Button size="small" kind="danger" onPress={() => onAct({ kind: 'waive', isBreakGlass: true })}>
              Break the glass…
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

interface WaiverProps extends WaiverPartProps {
  readonly waiver: WaiverView;
  readonly place: Place;
}

function Waiver({ waiver, detail, names, place, onAct }: WaiverProps) {
  const withdraw = useCommand('waivers.withdraw');
  const saySigned = useSaySigned();
  const [words, tone] = standingOf(waiver);
  const takeBack = () =>
    withdraw.mutate(
      { change: detail.row.change, waiver: waiver.digest },
      { onSuccess: ({ row }) => saySigned('Waiver withdrawn', row) },
    );
  return (
    <li className="tg-waiver">
      <p className="tg-decision-line">
        {waiver.windows.map(({ window, title }) => (
          <a key={window} href={hrefOf('windows', window)}>
            {title}
          </a>
        ))}
        <Badge tone={tone}>{words}</Badge>
        {waiver.unsent && <Badge tone="accent">Not sent yet</Badge>}
      </p>
      {waiver.isBreakGlass && (
        <p>
          {names.person(waiver.by)} broke the glass for {waiver.incident}: it lifts the freeze on one signature, for
          four hours.
        </p>
      )}
      <p className="tg-quiet">
        {waiver.sites.length > 0 && `At ${waiver.sites.map(names.site).join(', ')}. `}
        From <PlaceTime at={waiver.opens} zone={place.zone} place={place.name} short="day" /> till{' '}
        <PlaceTime at={waiver.ends} zone={place.zone} place={place.name} short="day" />
      </p>
      {waiver.use && (
        <p>
          Used by {waiver.use.run ?? names.person(waiver.use.by)},{' '}
          <PlaceTime at={waiver.use.at} zone={place.zone} place={place.name} short="day" />
        </p>
      )}
      {waiver.why !== null && !waiver.use && waiver.state !== 'unsigned' && <p>{asSentence(waiver.why)}</p>}
      <Signatures waiver={waiver} names={names} />
      {waiver.debtDueAt !== null && (
        <p className="tg-danger-text">
          The missing signatures are due{' '}
          <PlaceTime at={waiver.debtDueAt} zone={place.zone} place={place.name} short="day" />.
        </p>
      )}
      {(waiver.maySign.length > 0 || waiver.mayWithdraw) && (
        <div className="tg-agree-acts">
          {waiver.maySign.length > 0 && (
            <Button size="small" kind="primary" onPress={() => onAct({ kind: 'cosign', waiver })}>
              Sign the waiver…
            </Button>
          )}
          {waiver.mayWithdraw && (
            <Button size="small" isDisabled={withdraw.isPending} onPress={takeBack}>
              Withdraw
            </Button>
          )}
        </div>
      )}
      {withdraw.isError && <Problem compact error={withdraw.error} />}
    </li>
  );
}

/** Once it is over, who did not sign matters only where a signature is owed. */
const OPEN: readonly WaiverView['state'][] = ['unsigned', 'in-force', 'ahead'];

function Signatures({ waiver, names }: { readonly waiver: WaiverView; readonly names: Names }) {
  const missing = OPEN.includes(waiver.state) || waiver.debtDueAt !== null ? waiver.missing : [];
  return (
    <ul className="tg-waiver-voices">
      {waiver.signed.map(({ person, voice }) => (
        <li key={`${person} ${voice}`} className="tg-waiver-voice" data-done>
          <CircleCheck size={16} aria-hidden />
          <span>
            <span className="tg-hidden">Signed: </span>
            {names.person(person)} <span className="tg-quiet">{voiceWords[voice].toLowerCase()}</span>
          </span>
        </li>
      ))}
      {missing.map((who) => (
        <li key={who} className="tg-waiver-voice">
          <Circle size={16} aria-hidden />
          <span>
            <span className="tg-hidden">Missing: </span>
            {asSentence(who).replace(/\.$/, '')}
          </span>
        </li>
      ))}
    </ul>
  );
}
