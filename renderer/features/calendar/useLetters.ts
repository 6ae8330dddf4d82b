import { useEffect, useState } from 'react';

/** Goes up once the letters that a canvas asked for have been loaded: until then it has drawn with others. */
export function useLetters(): number {
  const [letters, setLetters] = useState(0);
  useEffect(() => {
    const loaded = () => setLetters((n) => n + 1);
    document.fonts.addEventListener('loadingdone', loaded);
    return () => document.fonts.removeEventListener('loadingdone', loaded);
  }, []);
  return letters;
}
