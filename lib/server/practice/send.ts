import type { Socket } from 'node:net';
import type { Answer } from '@/lib/practice/exchange';

/** One that does not read what it asked for is left after half a minute. */
const patienceMs = 30_000;

/** Sends an answer, each piece at its time; false when the peer left meanwhile, or does not take it. */
export async function send(socket: Socket, { pieces }: Answer): Promise<boolean> {
  for (const { afterMs, bytes } of pieces) {
    if (afterMs > 0) await happens(socket, 'close', afterMs);
    if (socket.destroyed) return false;
    if (!socket.write(bytes) && !(await happens(socket, 'drain', patienceMs))) return false;
  }
  return !socket.destroyed;
}

/** Whether something happens within so many milliseconds; the wait ends too when the connection does. */
function happens(socket: Socket, event: 'drain' | 'close', ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (has: boolean) => {
      clearTimeout(timer);
      socket.off(event, yes);
      socket.off('close', no);
      resolve(has);
    };
    const yes = () => done(true);
    const no = () => done(false);
    const timer = setTimeout(no, ms);
    socket.once(event, yes).once('close', no);
  });
}
