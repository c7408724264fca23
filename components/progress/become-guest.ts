let becoming: Promise<boolean> | undefined;

/** Makes this browser a guest, once for everything on the page that needs it: two requests at once would make two guests. */
export function becomeGuest(): Promise<boolean> {
  becoming ??= request().then((isGuest) => {
    if (!isGuest) becoming = undefined;
    return isGuest;
  });
  return becoming;
}

/** The guest is gone: the next one who needs a guest asks again. */
export function forgetGuest(): void {
  becoming = undefined;
}

async function request(): Promise<boolean> {
  try {
    const headers = { 'content-type': 'application/json' };
    return (await fetch('/api/guest', { method: 'POST', headers, body: '{}' })).ok;
  } catch {
    return false;
  }
}
