/** One length-prefixed string of the SSH wire format. */
export function wireString(content: Uint8Array | string): Buffer {
  const bytes = Buffer.from(content);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

export function wireNumber(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** Reads SSH wire fields front to back; every reader throws RangeError past the end. */
export interface WireReader {
  readonly bytes: (length: number) => Buffer;
  readonly number: () => number;
  readonly string: () => Buffer;
  readonly rest: () => Buffer;
}

export function readWire(content: Buffer): WireReader {
  let offset = 0;
  const bytes = (length: number): Buffer => {
    if (offset + length > content.length) throw new RangeError('wire text ends early');
    offset += length;
    return content.subarray(offset - length, offset);
  };
  const number = () => bytes(4).readUInt32BE();
  return { bytes, number, string: () => bytes(number()), rest: () => bytes(content.length - offset) };
}
