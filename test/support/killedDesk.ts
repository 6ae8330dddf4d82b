import type { RemoteLine } from '../../electron/desk/sync/remoteLine.ts';
import { TidegateError } from '../../shared/errors.ts';
import { syncDesk } from './syncDesk.ts';

/** Where the process is killed; each falls between two writes that a kill could tear apart. */
export const killPoints = ['followed', 'landed', 'pushed', 'advanced'] as const;
/** `failed`: the remote could not be reached, or refused, and nothing has been made of that yet. */
export type KillPoint = (typeof killPoints)[number] | 'failed';

/**
 * A desk that signs a change and is killed on its way to the remote. Arguments: folder, address, change, point, and what
 * its clock shows, where it is not to ask the remote's; then whose desk it is, and `off` where it has no network.
 */
async function main([
  folder = '',
  address = '',
  change = '',
  point = '',
  at,
  person = 'rita',
  network = 'on',
]: readonly string[]): Promise<void> {
  const die = async (here: KillPoint): Promise<void> => {
    if (here !== point) return;
    process.kill(process.pid, 'SIGKILL');
    await new Promise(() => undefined);
  };
  const reach = async <T>(act: () => Promise<T>): Promise<T> => {
    try {
      if (network === 'off') throw new TidegateError('remote-unreachable');
      return await act();
    } catch (error) {
      await die('failed');
      throw error;
    }
  };
  const line = (inner: RemoteLine): RemoteLine => ({
    ...inner,
    fetch: (...given) => reach(() => inner.fetch(...given)),
    follow: (...given) => inner.follow(...given).then(() => die('followed')),
    land: async (...given) => {
      const chain = await inner.land(...given);
      await die('landed');
      return chain;
    },
    push: (...given) => reach(() => inner.push(...given)).then(() => die('pushed')),
    advance: (...given) => inner.advance(...given).then(() => die('advanced')),
  });
  const clock = at === undefined ? {} : { now: Number(at), clocks: false };
  const desk = await syncDesk({ folder, address, person, line, ...clock });
  process.stdout.write(desk.say(change));
  await desk.sync.once();
  throw new Error(`${point} was never reached`);
}

if (import.meta.main) await main(process.argv.slice(2));
