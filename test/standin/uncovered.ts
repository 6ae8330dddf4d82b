/** The members given, and a complaint for every other: a stand-in that quietly lacks something proves nothing. */
export function covering<T extends object>(name: string, members: T): T {
  return new Proxy(members, {
    get: (target, member, receiver) => {
      if (Reflect.has(target, member) || typeof member === 'symbol')
        return Reflect.get(target, member, receiver) as unknown;
      throw new Error(`stand-in: ${name}.${member} is not covered`);
    },
  });
}

/** Refuses what this stand-in does not carry between processes: our calls are JSON, and so is this. */
export function toWire(value: unknown): string | undefined {
  return JSON.stringify(value, (key, member: unknown) => {
    const kind = Object.prototype.toString.call(member).slice('[object '.length, -1);
    if (!['Object', 'Array', 'String', 'Number', 'Boolean', 'Null', 'Undefined'].includes(kind)) {
      throw new Error(`stand-in: an IPC value of kind ${kind} (at ${key || 'the top'}) is not covered`);
    }
    return member;
  });
}
