import { networkInterfaces } from 'node:os';
import { renderUnicodeCompact } from 'uqr';

/** Where other machines in the room find this one. */
export function lanAddresses(port: number): string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return addresses
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => `http://${address}:${port}`);
}

/** A QR code for a terminal. */
export function qrCode(address: string): string {
  return renderUnicodeCompact(address, { border: 2 });
}
