/** Frames of one class to one screen: at most four a second, however much happens. */
export const frameMs = 250;

/** The first frame after a rest goes at once, later ones keep their distance. Time is given, in milliseconds. */
export class FramePace {
  #last = Number.NEGATIVE_INFINITY;

  /** How long to wait until the next frame may go. */
  wait(now: number): number {
    return Math.max(0, this.#last + frameMs - now);
  }

  sent(now: number): void {
    this.#last = now;
  }
}
