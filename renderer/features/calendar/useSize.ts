import { useLayoutEffect, useState, type RefObject } from 'react';

/**
 * How large an element is drawn, in px; zeros before the first layout.
 * @param isPatient does not hold up the first picture: the size is told once that is laid out
 */
export function useSize(
  element: RefObject<Element | null>,
  isPatient = false,
): { readonly width: number; readonly height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const watched = element.current;
    if (watched === null) return undefined;
    const measure = () => setSize({ width: watched.clientWidth, height: watched.clientHeight });
    if (!isPatient) measure();
    const observer = new ResizeObserver(measure);
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element, isPatient]);
  return size;
}
