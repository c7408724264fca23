import { useEffect, useRef, useState } from 'react';

/** A text that changes at most once in `ms`, for who has it read aloud. */
export function useCalmly(text: string, ms = 6_000): string {
  const [said, setSaid] = useState(text);
  const at = useRef(0);
  useEffect(() => {
    if (text === said) return;
    const timer = setTimeout(
      () => {
        at.current = performance.now();
        setSaid(text);
      },
      Math.max(0, at.current + ms - performance.now()),
    );
    return () => clearTimeout(timer);
  }, [text, said, ms]);
  return said;
}
