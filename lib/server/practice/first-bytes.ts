import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { wantedBy } from './wanted';

/** Takes a connection whose next message is for the practice server, with the bytes that have been read. */
export type TakeConnection = (socket: Socket, read: Buffer, handBack: (rest: Buffer) => void) => void;

/** As long as Node waits for the head of a request. */
const patienceMs = 10_000;

/**
 * Looks at the first bytes of every connection before Node's parser does: a message for the practice server is wanted as it was sent, with its
 * spaces, its line ends and its mistakes, and Node keeps none of these. All other connections are Node's from then on, as if nobody had looked.
 * Returns what closes the connections that have said nothing yet.
 */
export function lookAtFirstBytes(server: Server, take: TakeConnection): { close(): void } {
  const [onConnection] = server.listeners('connection');
  if (!onConnection) throw new Error('a server without a listener for connections cannot be one of node:http');
  const silent = new Set<Socket>();

  const toNode = (socket: Socket, read: Buffer) => {
    if (socket.destroyed) return;
    socket.setTimeout(0);
    if (read.length > 0) socket.unshift(read);
    Reflect.apply(onConnection, server, [socket]);
    socket.resume();
  };
  const look = (socket: Socket) => {
    const pieces: Buffer[] = [];
    const stop = () => {
      silent.delete(socket);
      socket.off('readable', read);
      socket.off('end', gone);
      socket.off('error', gone);
      socket.off('timeout', gone);
      socket.off('close', stop);
    };
    const gone = () => {
      stop();
      socket.destroy();
    };
    const read = () => {
      for (let piece = socket.read(); piece !== null; piece = socket.read()) pieces.push(piece);
      if (pieces.length === 0) return;
      const first = pieces.length === 1 ? (pieces[0] ?? Buffer.alloc(0)) : Buffer.concat(pieces);
      const wanted = wantedBy(first);
      if (wanted === 'unclear') return;
      stop();
      if (wanted === 'site') toNode(socket, first);
      else take(socket, first, (rest) => toNode(socket, rest));
    };
    silent.add(socket);
    socket.setTimeout(patienceMs);
    socket.on('readable', read).on('end', gone).on('error', gone).on('timeout', gone).on('close', stop);
  };
  server.removeAllListeners('connection');
  server.on('connection', look);
  return {
    close: () => {
      for (const socket of silent) socket.destroy();
    },
  };
}
