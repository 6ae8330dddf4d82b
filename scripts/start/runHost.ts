import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Passes on what should end us, so that the host closes its files itself; Windows tells the whole console already. */
function endWith(child: ChildProcess): Promise<number> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => process.platform === 'win32' || child.kill(signal));
  }
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

/** Runs the desktop host until its window closes. Answers the exit code. */
export function runDesktop(binary: string, appFolder: string): Promise<number> {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env; // set by some editors' terminals; Electron would be a plain Node
  return endWith(spawn(binary, [appFolder], { stdio: 'inherit', env }));
}

/** Runs the browser host until it is asked to stop, and hands over the address it prints. Answers the exit code. */
export function runBrowserHost(entry: string, opened: (address: string) => void): Promise<number> {
  const child = spawn(process.execPath, [entry], { stdio: ['ignore', 'pipe', 'inherit'] });
  createInterface({ input: child.stdout }).on('line', (line) => {
    console.log(line);
    const address = /^Tidegate is at (\S+)/.exec(line)?.[1];
    if (address !== undefined) opened(address);
  });
  return endWith(child);
}
