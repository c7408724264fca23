import type { TlsVersion } from '@/lib/labs/tls/code-points';
import type { ValueName } from '@/lib/labs/tls/value';

/** A box of the picture in its grid: thin columns and rows, of which a box takes several. */
export type Place = { x: number; y: number; w: number; h: number };

export type KeyLayout = {
  columns: number;
  rows: number;
  places: Readonly<Partial<Record<ValueName, Place>>>;
};

/** One column of boxes: `at(x, w)` gives what stands in a row of it. */
const column =
  (x: number, w: number) =>
  (y: number, h = 2): Place => ({ x, y, w, h });

const [halves12, sources12, master12, block12, keys12] = [
  column(0, 9),
  column(11, 9),
  column(22, 9),
  column(33, 8),
  column(43, 9),
];

/** TLS 1.2: what is exchanged, the three values, the master secret, the key block and the keys it is cut into. */
const layout12: KeyLayout = {
  columns: 52,
  rows: 10,
  places: {
    client_private_key: halves12(0),
    client_key_share: halves12(2),
    encrypted_premaster_secret: halves12(2),
    server_key_share: halves12(4),
    server_private_key: halves12(6),
    client_random: sources12(0),
    premaster_secret: sources12(2),
    server_random: sources12(4),
    session_hash: sources12(6),
    master_secret: master12(2),
    key_block: block12(0, 8),
    client_write_key: keys12(0),
    server_write_key: keys12(2),
    client_write_iv: keys12(4),
    server_write_iv: keys12(6),
    hash_before_client_finished: sources12(8),
    client_verify_data: master12(8),
    server_verify_data: block12(8),
    hash_before_server_finished: keys12(8),
  },
};

const [halves, sources, spine, traffic, keys, proofs] = [
  column(0, 8),
  column(10, 8),
  column(20, 8),
  column(30, 9),
  column(41, 7),
  column(49, 7),
];

/** TLS 1.3: the tree of RFC 8446 §7.1, its spine in the middle, its leaves to the right. */
const layout13: KeyLayout = {
  columns: 56,
  rows: 20,
  places: {
    psk: sources(0),
    early_secret: spine(0),
    binder_key: traffic(0),
    hash_to_binders: proofs(0, 1),
    binder_finished_key: keys(1, 1),
    binder: proofs(1, 1),
    client_private_key: halves(2),
    early_derived_secret: spine(2),
    client_key_share: halves(4),
    ecdhe_shared_secret: sources(4),
    handshake_secret: spine(4),
    client_handshake_traffic_secret: traffic(4, 3),
    client_handshake_key: keys(4, 1),
    client_handshake_iv: keys(5, 1),
    hash_before_client_finished: proofs(5, 1),
    client_finished_key: keys(6, 1),
    client_verify_data: proofs(6, 1),
    server_key_share: halves(7),
    hash_to_server_hello: sources(7),
    server_handshake_traffic_secret: traffic(7, 3),
    server_handshake_key: keys(7, 1),
    server_handshake_iv: keys(8, 1),
    hash_before_server_finished: proofs(8, 1),
    server_finished_key: keys(9, 1),
    server_verify_data: proofs(9, 1),
    server_private_key: halves(9),
    handshake_derived_secret: spine(10),
    client_random: halves(12),
    master_secret: spine(12),
    client_application_traffic_secret: traffic(12),
    client_application_key: keys(12, 1),
    client_application_iv: keys(13, 1),
    server_random: halves(14),
    hash_to_server_finished: sources(14),
    server_application_traffic_secret: traffic(14),
    server_application_key: keys(14, 1),
    server_application_iv: keys(15, 1),
    exporter_master_secret: traffic(16),
    hash_to_client_finished: sources(18),
    resumption_master_secret: traffic(18),
    resumption_psk: keys(18),
    ticket_nonce: proofs(18),
  },
};

export const keyLayouts: Readonly<Record<TlsVersion, KeyLayout>> = { '1.2': layout12, '1.3': layout13 };

/** An arrow, bent at most twice: corners in the units of the grid, and the way it points. */
export type Arrow = { corners: readonly (readonly [number, number])[]; points: 'right' | 'left' | 'down' | 'up' };

/** From the edge of one box to the edge of another. Upright pieces run in the gap before the other, `lane` of a column from it. */
export function arrowBetween(from: Place, to: Place, lane: number): Arrow {
  const middle = ({ y, h }: Place) => y + h / 2;
  if (to.x >= from.x + from.w) {
    const start = middle(from);
    const isLevel = start > to.y + 0.25 && start < to.y + to.h - 0.25;
    const end = isLevel ? start : middle(to);
    const bend = to.x - lane;
    const corners = [
      [from.x + from.w, start],
      [bend, start],
      [bend, end],
      [to.x, end],
    ] as const;
    return { corners: isLevel ? [corners[0], corners[3]] : corners, points: 'right' };
  }
  if (to.x + to.w <= from.x) {
    return {
      corners: [
        [from.x, middle(from)],
        [to.x + to.w, middle(from)],
      ],
      points: 'left',
    };
  }
  const x = to.x + Math.min(from.w, to.w) / 2;
  const isDown = to.y >= from.y + from.h;
  return {
    corners: isDown
      ? [
          [x, from.y + from.h],
          [x, to.y],
        ]
      : [
          [x, from.y],
          [x, to.y + to.h],
        ],
    points: isDown ? 'down' : 'up',
  };
}
