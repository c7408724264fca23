/**
 * Whoever read our output may leave (`npm start | head`, a terminal that was closed, a log collector that restarts). Writing to it then fails with
 * EPIPE, and the complaint about that would be written to the same place and fail again, without end. Nobody reads: there is nobody to tell.
 */
export function outliveReaders(streams: readonly NodeJS.WritableStream[]): void {
  for (const stream of streams) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
