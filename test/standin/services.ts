import { covering } from './uncovered.ts';

type Handle = (request: Request) => Promise<Response>;
type Listener = (event: unknown, ...given: unknown[]) => unknown;

export const schemes = new Map<string, Handle>();
export const channels = new Map<string, Listener>();
const privileged = new Set<string>();
let permissionHandlers = 0;

/** Was the page shut in as Electron's own defaults would not do? */
export const isShutIn = (): boolean => permissionHandlers === 2;

export const protocol = covering('protocol', {
  registerSchemesAsPrivileged: (
    given: readonly {
      readonly scheme: string;
      readonly privileges: { readonly standard?: boolean; readonly secure?: boolean };
    }[],
  ) => {
    for (const { scheme, privileges } of given) if (privileges.standard && privileges.secure) privileged.add(scheme);
  },
  handle: (scheme: string, handle: Handle) => {
    if (!privileged.has(scheme))
      throw new Error(`stand-in: the scheme ${scheme} was not registered as standard and secure`);
    schemes.set(scheme, handle);
  },
});

export const session = covering('session', {
  defaultSession: covering('session.defaultSession', {
    setPermissionRequestHandler: () => (permissionHandlers += 1),
    setPermissionCheckHandler: () => (permissionHandlers += 1),
  }),
});

export const ipcMain = covering('ipcMain', {
  handle: (channel: string, listener: Listener) => {
    if (channels.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    channels.set(channel, listener);
  },
});

export const Menu = covering('Menu', {
  buildFromTemplate: (template: readonly object[]) => ({ items: template }),
  setApplicationMenu: () => undefined,
});

// Nothing to show here: a test puts its own answer in place, as it does with the real one.
export const dialog = covering('dialog', {
  showErrorBox: (title: string, content: string) => console.error(`${title}: ${content}`),
});
export const shell = covering('shell', {});

const FAKE = 'stand-in key store:';
/** No protection at all, and marked so that nothing can take it for one. */
export const safeStorage = covering('safeStorage', {
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptString: (text: string) => Buffer.from(`${FAKE}${Buffer.from(text).toString('base64')}`),
  decryptString: (sealed: Buffer) => {
    const text = sealed.toString();
    if (!text.startsWith(FAKE)) throw new Error('stand-in: not protected by this key store');
    return Buffer.from(text.slice(FAKE.length), 'base64').toString();
  },
});
