/** The same windows, none with the key of another: entries that say the same are numbered in the order of the file. */
export function uniqueKeys<W extends { readonly key: string }>(windows: readonly W[]): W[] {
  const used = new Set<string>();
  return windows.map((window) => {
    let key = window.key;
    for (let count = 2; used.has(key); count += 1) key = `${window.key}/${count}`;
    used.add(key);
    return key === window.key ? window : { ...window, key };
  });
}
