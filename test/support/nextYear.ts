/** The year after this one, in every zone: its days are to come whenever the tests run, and not too far away to be shown. */
export const nextYear = String(new Date(Date.now() + 86_400_000).getFullYear() + 1);

/** A day as the interface says it: `Sat 1 May 2027`; without a year `Sat 1 May`. @param day `2027-05-01` */
export function said(day: string, withYear = true): string {
  const at = new Date(`${day}T00:00Z`);
  const part = (options: Intl.DateTimeFormatOptions) => at.toLocaleDateString('en-GB', { timeZone: 'UTC', ...options });
  const words = `${part({ weekday: 'short' })} ${String(at.getUTCDate())} ${part({ month: 'short' }).slice(0, 3)}`;
  return withYear ? `${words} ${day.slice(0, 4)}` : words;
}
