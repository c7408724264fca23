'use client';
import { useEffect } from 'react';

/** Development only: loads the page again when content was saved, at the place where one was. */
export function LiveReload() {
  useEffect(() => {
    const changes = new EventSource('/api/dev/changes');
    changes.onmessage = () => location.reload();
    return () => changes.close();
  }, []);
  return null;
}
