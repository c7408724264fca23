const PATIENCE_MS = 30_000;

/**
 * A text that is sent while it is made. Who takes nothing more for half a minute is left: what makes the text holds things that others wait
 * for. `ended` is called once, however it ends.
 */
export function streamPieces(
  pieces: AsyncGenerator<string>,
  ended: () => void,
  patienceMs = PATIENCE_MS,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let waiting: NodeJS.Timeout | undefined;

  async function breakOff(): Promise<void> {
    clearTimeout(waiting);
    await pieces.return(undefined).finally(ended);
  }

  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      clearTimeout(waiting);
      try {
        const { done, value } = await pieces.next();
        if (done) {
          ended();
          return controller.close();
        }
        controller.enqueue(encoder.encode(value));
      } catch (error) {
        ended();
        throw error;
      }
      waiting = setTimeout(() => {
        controller.error(new Error('the reader took nothing more'));
        breakOff().catch(() => {});
      }, patienceMs).unref();
    },
    cancel: breakOff,
  });
}
