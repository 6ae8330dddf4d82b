import { EventEmitter } from 'node:events';

export interface Preventable {
  readonly preventDefault: () => void;
  defaultPrevented: boolean;
}

/** Emits an event whose default a listener may prevent. Answers whether one did. */
export function emitPreventable(emitter: EventEmitter, name: string, details: object = {}): boolean {
  const event: Preventable = {
    ...details,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  emitter.emit(name, event);
  return event.defaultPrevented;
}

/** An emitter that only knows these events; listening for another is a complaint. */
export function createEmitter(name: string, known: readonly string[]): EventEmitter {
  const emitter = new EventEmitter();
  emitter.on('newListener', (event: string) => {
    if (!known.includes(event) && event !== 'removeListener')
      throw new Error(`stand-in: the event ${name}/${event} is not covered`);
  });
  return emitter;
}
