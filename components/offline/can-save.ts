/** Whether this browser can save paths at this address, and if not, why. */
export async function canSave(): Promise<'yes' | 'insecure' | 'browser'> {
  if (!isSecureContext) return 'insecure';
  if (!('serviceWorker' in navigator) || !('caches' in globalThis)) return 'browser';
  // Some private windows have the names and refuse the use.
  return caches.keys().then(
    () => 'yes',
    () => 'browser',
  );
}
