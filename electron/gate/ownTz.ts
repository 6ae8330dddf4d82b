/** Release of the IANA time zone data that this machine's clocks are read by: `2026b`. */
export const ownTz = process.versions.tz ?? 'unknown';
