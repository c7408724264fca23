type Known = { id: string; guest: boolean };

let becoming: Promise<Known | null> | undefined;

/**
 * Makes this browser a guest, once for everything on the page that needs it: two requests at once would make two guests.
 * Resolves to who is known here then; null: the server could not be asked.
 */
export function becomeGuest(): Promise<Known | null> {
  becoming ??= request().then((known) => {
    if (!known) becoming = undefined;
    return known;
  });
  return becoming;
}

/** The guest is gone: the next one who needs a guest asks again. */
export function forgetGuest(): void {
  becoming = undefined;
}

async function request(): Promise<Known | null> {
  try {
    const headers = { 'content-type': 'application/json' };
    const reply = await fetch('/api/guest', { method: 'POST', headers, body: '{}' });
    return reply.ok ? await reply.json() : null;
  } catch {
    return null;
  }
}
