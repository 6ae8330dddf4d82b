import { execFileSync, spawn } from 'node:child_process';
import { verifySshsig } from '../../../electron/seal/sshsig.ts';

// What a careful author writes in an afternoon: one process, every file of a bare clone streamed through
// `cat-file --batch`, parsed, its signature checked by the key it names, nothing kept. It knows no rule of the ledger.
const [folder = ''] = process.argv.slice(2);
interface Signed {
  readonly kind: string;
  readonly body: { readonly people?: readonly { readonly keys: readonly Key[] }[]; readonly root?: Key };
  readonly signed: { readonly key: string; readonly sig: string };
}
interface Key {
  readonly fingerprint: string;
  readonly publicKey: string;
}

const listed = execFileSync('git', ['-C', folder, 'ls-tree', '-r', '--format=%(objectname) %(path)', 'main'], {
  maxBuffer: 2 ** 30,
})
  .toString()
  .split('\n')
  .filter((line) => line.endsWith('.json') && !line.includes(' schemas/'));
const keys = new Map<string, string>();
const chains = listed.filter((line) => / (ledger|roster)\//.test(line));
for await (const { body } of records(chains))
  for (const { fingerprint, publicKey } of [
    ...(body.people ?? []).flatMap((person) => person.keys),
    body.root ?? [],
  ].flat())
    keys.set(fingerprint, publicKey);

const cpuMs = () => (process.cpuUsage().user + process.cpuUsage().system) / 1_000;
let good = 0;
for await (const { kind, signed, text } of records(listed)) {
  const message = text.slice(0, text.lastIndexOf(',"sig":"')) + '}}';
  const publicKey = keys.get(signed.key) ?? '';
  if (verifySshsig({ publicKey, namespace: `tidegate-${kind}`, message, sig: signed.sig })) good += 1;
}
console.log(JSON.stringify({ good, cpuMs: cpuMs() }));

async function* records(lines: readonly string[]): AsyncIterable<Signed & { readonly text: string }> {
  const child = spawn('git', ['-C', folder, 'cat-file', '--batch', '--buffer'], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(lines.map((line) => `${line.slice(0, line.indexOf(' '))}\n`).join(''));
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    for (;;) {
      const end = held.indexOf(10);
      if (end < 0) break;
      const size = Number(held.toString('latin1', 0, end).split(' ')[2]);
      if (held.length < end + size + 2) break;
      const text = held.toString('utf8', end + 1, end + 1 + size);
      held = held.subarray(end + size + 2);
      yield { ...(JSON.parse(text) as Signed), text };
    }
  }
}
