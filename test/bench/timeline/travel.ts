import type { TimelinePlace } from '../../../renderer/features/calendar/timelinePlace.ts';

export interface Travelled {
  /** From one frame to the next, in ms. */
  readonly frames: readonly number[];
  /** Tasks of more than 50 ms. */
  readonly long: readonly number[];
}

const wheel = (given: WheelEventInit) =>
  new WheelEvent('wheel', { bubbles: true, cancelable: true, clientX: 700, clientY: 400, ...given });
const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

/** Both ways in time, both ways down the lanes, from a day to a year and back, a step with every frame or every second one. */
export async function travel(scroller: Element, place: TimelinePlace): Promise<Record<string, Travelled>> {
  const told: Record<string, Travelled> = {};
  const stretch = async (name: string, frames: number, step: (n: number) => void): Promise<void> => {
    const long: number[] = [];
    const watch = new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration)));
    watch.observe({ entryTypes: ['longtask'] });
    const times: number[] = [];
    let last = await frame();
    for (let n = 0; n < frames; n += 1) {
      step(n);
      const at = await frame();
      times.push(at - last);
      last = at;
    }
    for (let n = 0; n < 20; n += 1) await frame();
    watch.disconnect();
    told[name] = { frames: times, long };
  };
  place.zoomTo('month');
  await frame();
  await stretch('along time', 90, (n) => scroller.dispatchEvent(wheel({ deltaX: n < 45 ? 60 : -60 })));
  await stretch('down the lanes', 90, (n) => (scroller.scrollTop += n < 45 ? 24 : -24));
  await stretch('zooming', 180, (n) => {
    if (n % 3 === 0)
      scroller.dispatchEvent(wheel({ ctrlKey: true, deltaY: Math.floor(n / 30) % 2 === 0 ? 100 : -100 }));
  });
  place.zoomTo('week');
  await frame();
  await stretch('along a week', 90, (n) => scroller.dispatchEvent(wheel({ deltaX: n < 45 ? 60 : -60 })));
  return told;
}
