import { spawn } from 'node:child_process';

/** Asks the system to show an address. Quiet when it cannot: the address stands in the terminal. */
export function openBrowser(address: string, platform: string = process.platform): void {
  // `start` is the shell's own; the empty title keeps it from taking the address for one.
  const [program, ...args] =
    platform === 'win32'
      ? ['cmd', '/c', 'start', '""', address]
      : platform === 'darwin'
        ? ['open', address]
        : ['xdg-open', address];
  const child = spawn(program, args, { stdio: 'ignore', detached: true, windowsVerbatimArguments: true });
  child.on('error', () => undefined);
  child.unref();
}
