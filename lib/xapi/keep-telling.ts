import { recordStore } from '@/lib/xapi/submit-statements';
import { followAttempts } from '@/lib/xapi/xapi-store';

const LOOK_MS = 5_000;
/** Looks in one go, when much has come in. */
const MOST_LOOKS = 20;

/** Follows what is stored, while a record store is set, and asks for it to be told. Returns how to stop. */
export function keepTellingRecords(failed: (error: unknown) => void): () => void {
  let isLooking = false;
  const look = async () => {
    if (isLooking || !recordStore()) return;
    isLooking = true;
    try {
      for (let looks = 0; looks < MOST_LOOKS; looks++) if ((await followAttempts('xapi')) === 0) return;
    } finally {
      isLooking = false;
    }
  };
  const timer = setInterval(() => void look().catch(failed), LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
}
