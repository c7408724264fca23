import { sides } from './side';
import type { TlsState } from './state';

/** How far the connection is, message by message: `nothing-yet`, `after-server_hello`, `connected`, `data`, `closed`, `failed-unknown_ca`. */
export function landmark(state: TlsState): string {
  const { client, server, history, connection } = state;
  if (connection === 0) return 'nothing-yet';
  const alert = client.alertSent?.alert ?? server.alertSent?.alert ?? client.alertReceived ?? server.alertReceived;
  if (alert) return `failed-${alert}`;
  if (sides.some((side) => state[side].closeSent)) return 'closed';
  if (sides.some((side) => state[side].received.length > 0)) return 'data';
  const isConnected = client.phase === 'CONNECTED' && server.phase === 'CONNECTED';
  if (isConnected) return client.resumed ? 'connected-resumed' : 'connected';
  const last = history.findLast((one) => one.connection === connection && one.note.code === 'read');
  return last?.note.code === 'read' ? `after-${last.note.said}` : 'client_hello-sent';
}
