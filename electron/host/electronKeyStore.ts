import { safeStorage } from 'electron';

/** Keychain, Credential Manager, libsecret or KWallet, by Electron. Ask once the application is ready. */
export function createElectronKeyStore() {
  return {
    // Without a secret service Chromium falls back to a password that everybody knows: a private file says what it is.
    available: () =>
      safeStorage.isEncryptionAvailable() &&
      (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'),
    protect: (text: string) => safeStorage.encryptString(text),
    reveal: (sealed: Buffer) => safeStorage.decryptString(sealed),
  };
}
