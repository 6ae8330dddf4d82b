/** The text of a chosen log; `.gz` files are unpacked on the way. */
export async function readLogFile(file: File): Promise<string> {
  if (!file.name.endsWith('.gz')) return file.text();
  return new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
}
