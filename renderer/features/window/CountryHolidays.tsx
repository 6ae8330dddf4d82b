import { useState } from 'react';
import type { Holidays } from '../../../shared/record/body/scheduleBody.ts';
import { prolonged, YEARS_MORE, yearsToWrite } from '../../../shared/view/holidayForms.ts';
import { useAsk } from '../../api/AskContext.ts';
import { Button } from '../../ui/Button.tsx';
import { problemSentence } from '../../ui/Problem.tsx';
import { CountryFields } from './CountryFields.tsx';

export interface CountryHolidaysProps {
  /** Null while no country is chosen. */
  readonly holidays: Holidays | null;
  /** The first day of the schedule; empty while none is given. */
  readonly from: string;
  readonly today: string;
  readonly onChange: (holidays: Holidays) => void;
}

/** A country's days off, written out into the draft: nobody needs a table of holidays to read the record. */
export function CountryHolidays({ holidays, from, today, onChange }: CountryHolidaysProps) {
  const ask = useAsk();
  const [problem, setProblem] = useState<string | null>(null);
  const [country = null, ...regions] = holidays?.source?.split('-') ?? [];
  const region = regions.join('-') || null;

  const write = (asked: { country: string; region: string | null; from: number; to: number }, isMore: boolean) => {
    setProblem(null);
    ask('holidays.days', asked).then(
      ({ holidays: written }) => onChange(isMore && holidays ? prolonged(holidays, written) : written),
      (reason: unknown) => setProblem(problemSentence(reason)),
    );
  };
  const lastYear = Number(holidays?.through.slice(0, 4) ?? 0);
  return (
    <>
      <CountryFields
        country={country}
        region={region}
        onChange={(chosen) => write({ ...chosen, ...yearsToWrite(from, today) }, false)}
      />
      {problem !== null && (
        <p className="tg-field-error" role="alert">
          {problem}
        </p>
      )}
      {country !== null && (
        <div className="tg-row">
          <Button
            size="small"
            isDisabled={lastYear + YEARS_MORE > 2100}
            onPress={() => write({ country, region, from: lastYear + 1, to: lastYear + YEARS_MORE }, true)}
          >
            Write in three more years
          </Button>
          <span className="tg-quiet">Business days after {lastYear} know no holidays.</span>
        </div>
      )}
    </>
  );
}
