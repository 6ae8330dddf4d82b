import type { Database } from 'better-sqlite3';
import { readStored } from './readStored.ts';

/** Single facts about this desk, and how each view was left. */
export interface SettingTable {
  readonly read: (key: string) => string | null;
  readonly save: (key: string, value: string) => void;
  readonly readView: (view: string) => Readonly<Record<string, unknown>> | null;
  readonly saveView: (view: string, state: Readonly<Record<string, unknown>>) => void;
}

export function createSettingTable(db: Database): SettingTable {
  const read = db.prepare<[string], string>('SELECT value FROM setting WHERE key = ?').pluck();
  const save = db.prepare<[string, string]>('INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)');
  const readView = db.prepare<[string], string>('SELECT state FROM view_state WHERE view = ?').pluck();
  const saveView = db.prepare<[string, string]>('INSERT OR REPLACE INTO view_state (view, state) VALUES (?, ?)');
  return {
    read: (key) => read.get(key) ?? null,
    save: (key, value) => void save.run(key, value),
    readView: (view) => {
      const state = readView.get(view);
      return state === undefined ? null : (readStored<Record<string, unknown>>(state) ?? null);
    },
    saveView: (view, state) => void saveView.run(view, JSON.stringify(state)),
  };
}
