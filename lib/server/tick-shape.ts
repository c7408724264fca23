import { createHook } from 'node:async_hooks';
import { onlyOne } from '@/lib/only-one';

/**
 * Holds one of the objects that `process.nextTick` makes, for as long as the process lives, and returns it.
 *
 * V8 holds an object's shape weakly. When a full collection happens while no tick is waiting (as it does while everything is loaded),
 * the shape is gone, and the one line in Node that makes tick objects is slow from then on: 265 ns a tick for 75, several ticks a request.
 * One live object keeps the shape alive. To be called before much is loaded; afterwards there is nothing left to keep.
 */
export function keepTickShape(): object | undefined {
  return onlyOne('tick-shape', () => {
    let kept: object | undefined;
    const hook = createHook({
      init: (_id, type, _trigger, resource) => {
        if (type === 'TickObject') kept ??= resource;
      },
    }).enable();
    process.nextTick(() => {});
    // A hook that stays would cost more than it saves.
    hook.disable();
    return kept;
  });
}
