import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSources, targetOf, type Source } from '../support/sources.ts';

/** Each guarded import, and the only places that may name it. Builds and tests are free to. */
const owners: ReadonlyArray<readonly [specifier: RegExp, owner: RegExp]> = [
  [/^electron(\/|$)/, /^electron\/(main|preload|host\/electron\w+)\.ts$/],
  [/^date-holidays$/, /^electron\/app\/holidayBook\.ts$/],
  [/^better-sqlite3$/, /^electron\/(catalog|workspace)\//],
  [/^(node:)?child_process$/, /^electron\/(git\/|seal\/sshAgent\.ts$)/],
  [/^(node:)?https?$/, /^electron\/host\/loopback\w*\.ts$/],
  [/^(node:)?(net|tls|dgram|http2)$/, /^electron\/host\/loopback\w*\.ts$/],
  [/^(node:)?crypto$/, /^electron\/(seal|gate)\//],
  [/^(react|react-dom|react-aria-components|@tanstack|@xyflow|cmdk|lucide-react)(\/|$)/, /^renderer\//],
];

/** Where each room may reach inside the project; the first row that fits a file is its rule. */
const rooms: ReadonlyArray<readonly [room: RegExp, reach: RegExp]> = [
  [/^shared\//, /^shared\//],
  [/^renderer\//, /^(renderer|shared)\//],
  [/^electron\/preload\.ts$/, /^electron\/host\/electronChannels\.ts$/],
  [/^electron\/host\//, /^(electron\/host\/|shared\/(api\/|errors\.ts)|electron\/app\/dispatch\.ts)/],
  [/^electron\/(catalog|workspace)\//, /^(shared\/|electron\/(catalog|workspace)\/)/],
  [/^electron\/git\//, /^(shared\/|electron\/git\/)/],
  [/^electron\/seal\//, /^(shared\/|electron\/seal\/)/],
  // A log of deployments is read as any other log.
  [/^electron\/gate\//, /^(shared\/|electron\/((gate|git|seal)\/|importer\/readLog\.ts$))/],
  [/^electron\/(main|loopback)\.ts$/, /^(shared\/|electron\/)/],
  [/^electron\//, /^(shared\/|electron\/(?!host\/(?!dataHome|homeLock)|main|preload|loopback))/],
  [/^scripts\/conformance\//, /^(scripts\/conformance|shared)\//],
  [/^scripts\//, /^(scripts\/|electron\/host\/(dataHome|homeLock)\.ts)/],
  [/^test\/bench\/timeline\//, /^(test\/bench\/timeline|renderer|shared)\//],
  [/^test\//, /^(test|shared|electron|scripts)\//],
];

const sources = readSources();

function misplaced(source: Source): string[] {
  const reach = rooms.find(([room]) => room.test(source.file))?.[1] ?? /^$/;
  const free = /^(scripts|test)\//.test(source.file);
  return source.imports.flatMap((name) => {
    const target = targetOf(source, name);
    if (target !== null && /\.tsx?$/.test(target))
      return reach.test(target) ? [] : [`${source.file} reaches into ${target}`];
    const guard = owners.find(([specifier]) => specifier.test(name));
    return guard && !free && !guard[1].test(source.file) ? [`${source.file} may not import ${name}`] : [];
  });
}

test('every import stays inside its room and with its owner', () => {
  assert.deepEqual(sources.flatMap(misplaced), []);
});

test('every import of the project names a file that exists', () => {
  const files = new Set(sources.map((source) => source.file));
  const lost = sources.flatMap((source) =>
    source.imports
      .map((name) => targetOf(source, name))
      .filter((target) => target !== null && /\.tsx?$/.test(target) && !files.has(target))
      .map((target) => `${source.file} -> ${target}`),
  );
  assert.deepEqual(lost, []);
});

test('shared imports only libraries that compute', () => {
  const pure =
    /^(zod|date-fns\/\w+|@date-fns\/utc|@noble\/hashes\/\w+\.js|ical\.js|windows-iana|yaml|@scure\/bip39\/wordlists\/english\.js)$/;
  const impure = sources
    .filter((source) => source.file.startsWith('shared/'))
    .flatMap((source) =>
      source.imports
        .filter((name) => !name.startsWith('.') && !pure.test(name))
        .map((name) => `${source.file}: ${name}`),
    );
  assert.deepEqual(impure, []);
});
