import { headers } from 'next/headers';

/** `https://learn.example.org`: the front door has replaced what the visitor wrote into these headers by what is so. */
export async function requestOrigin(): Promise<string> {
  const given = await headers();
  const host = given.get('x-forwarded-host') ?? given.get('host') ?? 'localhost';
  return `${given.get('x-forwarded-proto') ?? 'http'}://${host}`;
}
