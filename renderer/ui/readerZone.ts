/** The zone of the machine the reader sits at; records and rules never use it, only what is shown beside them. */
export const readerZone = Intl.DateTimeFormat('en-GB').resolvedOptions().timeZone;
