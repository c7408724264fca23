import { useEffect, useRef, useState } from 'react';

type Asked = {
  classId: string;
  side: 'staff' | 'learner';
  /** The last event that the page was drawn with. */
  since?: number;
};

const shortestMs = 2_000;
const longestMs = 60_000;

/**
 * Hears what happens in a room. The browser connects again by itself and says what it heard last; where it gives up (too many streams, a server that
 * starts) this tries again, more and more rarely. False: not connected at this moment.
 */
export function useRoomFeed<Frame>({ classId, side, since }: Asked, onFrame: (frame: Frame) => void): boolean {
  const [isOpen, setIsOpen] = useState(true);
  const tell = useRef(onFrame);
  const last = useRef(since);
  useEffect(() => {
    tell.current = onFrame;
  });
  useEffect(() => {
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pause = shortestMs;
    const connect = () => {
      clearTimeout(timer);
      source?.close();
      const from = last.current === undefined ? '' : `&since=${last.current}`;
      const opened = new EventSource(`/api/classes/${classId}/events?side=${side}${from}`);
      source = opened;
      opened.onopen = () => {
        pause = shortestMs;
        setIsOpen(true);
      };
      opened.onmessage = ({ data, lastEventId }: MessageEvent<string>) => {
        last.current = Number(lastEventId);
        tell.current(JSON.parse(data));
      };
      opened.onerror = () => {
        setIsOpen(false);
        if (opened.readyState !== EventSource.CLOSED) return;
        timer = setTimeout(connect, pause * (1 + Math.random()));
        pause = Math.min(pause * 2, longestMs);
      };
    };
    const leave = () => source?.close();
    const comeBack = ({ persisted }: PageTransitionEvent) => {
      if (persisted) connect();
    };
    connect();
    addEventListener('pagehide', leave);
    addEventListener('pageshow', comeBack);
    return () => {
      clearTimeout(timer);
      leave();
      removeEventListener('pagehide', leave);
      removeEventListener('pageshow', comeBack);
    };
  }, [classId, side]);
  return isOpen;
}
