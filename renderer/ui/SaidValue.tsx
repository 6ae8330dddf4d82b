import { legible } from '../../shared/audit/legible.ts';
import { isInstant, toMs } from '../../shared/time/instant.ts';
import { PlaceTime } from './PlaceTime.tsx';

/** A field's value as a record holds it: a moment by the clocks of its place and of the reader, other text legible. */
export function SaidValue(props: { readonly text: string; readonly zone: string; readonly place: string }) {
  const { text, zone, place } = props;
  return isInstant(text) ? <PlaceTime at={toMs(text)} zone={zone} place={place} /> : legible(text);
}
