import { test } from 'node:test';
import assert from 'node:assert/strict';
import { argocdTarget } from '../../shared/compile/argocdTarget.ts';
import { awsTarget } from '../../shared/compile/awsTarget.ts';
import type { ReadBack } from '../../shared/compile/compiled.ts';

const entry = { kind: 'deny', schedule: '0 1 2 3 *', duration: '60m', timeZone: 'UTC', applications: ['till'] };
const argo = (given: object) => argocdTarget.read(JSON.stringify([{ ...entry, ...given }]), 'till');
const strangers = (read: ReadBack) => ('strange' in read ? read.strange.length : -1);

test('a sync window that closes less than it seems is not taken for ours', () => {
  assert.equal(strangers(argo({})), 0);
  assert.equal(strangers(argo({ applications: ['*'] })), 0);
  assert.equal(strangers(argo({ applications: ['kiosk'] })), 1);
  assert.equal(strangers(argo({ applications: undefined, clusters: ['one'] })), 1);
  assert.equal(strangers(argo({ manualSync: true })), 1);
  assert.equal(strangers(argo({ useAndOperator: true })), 1);
});

function advised(line: string) {
  const event = ['BEGIN:VEVENT', 'DTSTART:20261110T100000Z', 'DTEND:20261110T110000Z', line, 'END:VEVENT'];
  const lines = ['BEGIN:VCALENDAR', 'X-CALENDAR-TYPE:DEFAULT_OPEN', ...event, 'END:VCALENDAR'];
  return strangers(awsTarget.read(lines.join('\r\n')));
}

test('an event that advises, or was called off, closes no change calendar', () => {
  assert.equal(advised('X-EVENT-TYPE:STANDARD'), 0);
  for (const line of ['X-EVENT-TYPE:ADVISORY', 'STATUS:CANCELLED', 'EXDATE:20261110T100000Z'])
    assert.equal(advised(line), 1, line);
});
