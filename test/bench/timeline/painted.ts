/**
 * How long the work takes until what it drew is on the screen, in ms: from the call, over the first change of the page
 * that makes it done, to the message that is heard once the frame after it was painted.
 */
export async function untilPainted(box: Element, work: () => void, isDone: () => boolean): Promise<number> {
  const done = new Promise<void>((resolve) => {
    const watch = new MutationObserver(() => {
      if (!isDone()) return;
      watch.disconnect();
      resolve();
    });
    watch.observe(box, { childList: true, subtree: true });
  });
  const began = performance.now();
  work();
  await done;
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', resolve);
    port1.start();
    port2.postMessage(null);
  });
  return performance.now() - began;
}

/** Data that was just made leaves rubbish behind: the page settles before anything is timed. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 400));
}
