import type { ChangePage } from '../../../../shared/api/changeCalls.ts';
import type { ChangeFilter } from '../../../../shared/api/filter.ts';
import { bands, type Band } from '../../../../shared/record/words.ts';
import { BandMark } from '../../../ui/BandMark.tsx';
import { countWords } from '../../../ui/spanWords.ts';

interface BandCountsProps {
  readonly page: ChangePage | undefined;
  readonly filter: ChangeFilter;
  readonly onChange: (filter: ChangeFilter) => void;
}

/** How many fit, in all and by band; a band's count shows only that band. */
export function BandCounts({ page, filter, onChange }: BandCountsProps) {
  const toggle = (band: Band) => {
    const { bands: chosen = [], ...rest } = filter;
    const next = chosen.includes(band) ? chosen.filter((each) => each !== band) : [...chosen, band];
    onChange(next.length > 0 ? { ...rest, bands: next } : rest);
  };
  return (
    <div className="tg-band-counts">
      <output className="tg-total">{page ? countWords(page.total, 'change') : '\u00a0'}</output>
      {page &&
        bands.map((band) => (
          <button
            key={band}
            type="button"
            className="tg-band-count"
            aria-pressed={filter.bands?.includes(band) ?? false}
            onClick={() => toggle(band)}
          >
            <BandMark band={band} /> {page.byBand[band].toLocaleString('en-GB')}
          </button>
        ))}
    </div>
  );
}
