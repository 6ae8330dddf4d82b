import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verifySshsig } from '../../electron/seal/sshsig.ts';
import { createReplay, restoreReplay } from '../../shared/ledger/replay.ts';
import { defaultPolicy } from '../../shared/policy/defaultPolicy.ts';
import type { BodyOf } from '../../shared/record/kinds.ts';
import { addedFile, hashOf, nextId, startLine } from '../support/ledgerLine.ts';
import { people, signerNamed } from '../support/ledgerPeople.ts';

const scribe = startLine();
const pinned = signerNamed('root').fingerprint;

interface Founding {
  readonly id?: string;
  readonly root?: { publicKey: string; fingerprint: string };
  readonly key?: string;
  readonly by?: string;
  readonly policyLedger?: string;
  readonly seen?: string;
}

function haltOf(given: Founding): string | undefined {
  const ledger = nextId();
  const { publicKey, fingerprint } = signerNamed('root');
  const {
    id = ledger,
    root = { publicKey, fingerprint },
    key = 'root',
    by = 'ada',
    policyLedger = ledger,
    seen = '',
  } = given;
  const identity: BodyOf<'ledger'> = { format: 1, name: 'Board', sample: false, root, follows: [] };
  const signing = { key, by, seen, ledger };
  const files = [
    scribe.sign('ledger', identity, { ...signing, id }),
    scribe.sign('roster', { people: [...people], follows: [] }, signing),
    scribe.sign('policy', { ...defaultPolicy(), follows: [] }, { ...signing, ledger: policyLedger }),
  ];
  const replay = createReplay({ verify: verifySshsig, root: pinned });
  replay.apply({ commit: hashOf(ledger), parents: [], disturbed: [], added: files.map(addedFile) });
  return replay.halt()?.why;
}

test('a ledger is founded by its root, in the name of an admin, under its own id', () => {
  assert.equal(haltOf({}), undefined);
  assert.equal(haltOf({ by: 'carl' }), 'first-commit');
  assert.equal(haltOf({ key: 'ada' }), 'first-commit');
  assert.equal(haltOf({ id: nextId() }), 'first-commit');
  assert.equal(haltOf({ policyLedger: nextId() }), 'first-commit');
  assert.equal(haltOf({ seen: hashOf('x') }), 'first-commit');
});

test('nobody founds a ledger under a pinned fingerprint with a key of their own', () => {
  const { publicKey } = signerNamed('mallory');
  const claimed = { publicKey, fingerprint: pinned };
  const replay = createReplay({
    verify: ({ publicKey: key, ...given }) => key === publicKey || verifySshsig({ publicKey: key, ...given }),
    root: pinned,
  });
  const ledger = nextId();
  const identity: BodyOf<'ledger'> = { format: 1, name: 'Board', sample: false, root: claimed, follows: [] };
  const signing = { key: 'root', by: 'ada', seen: '', ledger };
  const files = [
    scribe.sign('ledger', identity, { ...signing, id: ledger }),
    scribe.sign('roster', { people: [...people], follows: [] }, signing),
    scribe.sign('policy', { ...defaultPolicy(), follows: [] }, signing),
  ];
  replay.apply({ commit: hashOf(ledger), parents: [], disturbed: [], added: files.map(addedFile) });
  assert.equal(replay.halt()?.why, 'first-commit');
});

test('a saved state of another root is not continued', () => {
  const saved = startLine().replay.save();
  assert.throws(
    () => restoreReplay(saved, { verify: verifySshsig, root: signerNamed('other').fingerprint }),
    /root-mismatch/,
  );
  assert.throws(() => restoreReplay({ version: 0 }, { verify: verifySshsig }), /board-unreadable/);
});
