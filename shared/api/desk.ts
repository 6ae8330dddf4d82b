/** What a host can do; views ask for the capability, never for the host. */
export interface Capabilities {
  readonly host: 'desktop' | 'browser';
  /** The system's own dialogs for folders and files. */
  readonly pickFolder: boolean;
  /** Show a file in the system's file manager. */
  readonly reveal: boolean;
}

/** What a host offers the services beyond Node. */
export interface Desk {
  readonly capabilities: Capabilities;
  readonly pickFolder: (title: string) => Promise<string | null>;
  readonly reveal: (path: string) => Promise<void>;
}
