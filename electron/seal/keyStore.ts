/** The system's own store of secrets, as a host offers it: Keychain, Credential Manager, libsecret or KWallet. */
export interface KeyStore {
  /** False where the system has none, or would only pretend to protect. */
  readonly available: () => boolean;
  readonly protect: (text: string) => Buffer;
  /** @throws when these bytes were protected by another account or machine */
  readonly reveal: (sealed: Buffer) => string;
}
