import type { ConnectionState } from './state';

/** The states of RFC 9293 §3.3.2; SYN-RECEIVED twice, for the RFC asks there how the connection was opened. */
export const tableColumns = [
  'CLOSED',
  'LISTEN',
  'SYN-SENT',
  'SYN-RECEIVED (passive)',
  'SYN-RECEIVED (active)',
  'ESTABLISHED',
  'FIN-WAIT-1',
  'FIN-WAIT-2',
  'CLOSE-WAIT',
  'CLOSING',
  'LAST-ACK',
  'TIME-WAIT',
] as const satisfies readonly (ConnectionState | `${ConnectionState} (${string})`)[];
export type TableColumn = (typeof tableColumns)[number];

/** One row: what an event does in each state, so that it can be held against the section of the RFC that says so. */
type Row = { section: string; event: string; outcomes: readonly (readonly [outcome: string, columns: string])[] };

/**
 * RFC 9293 §3.10, states x events. `→` is a change of state; segments are written as in the RFC; "nothing" is "drop the segment
 * and return", or a call that is simply done. RST, SYN, ACK, text and FIN are checked one after the other, so that one segment may do several things.
 */
export const table = [
  {
    section: '3.10.1',
    event: 'OPEN, passive',
    outcomes: [
      ['→ LISTEN', 'CLOSED'],
      [
        'error: already-exists',
        'LISTEN, SYN-SENT, SYN-RECEIVED (passive), SYN-RECEIVED (active), ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2, CLOSE-WAIT, CLOSING, LAST-ACK, TIME-WAIT',
      ],
    ],
  },
  {
    section: '3.10.1',
    event: 'OPEN, active',
    outcomes: [
      ['→ SYN-SENT; <SEQ=ISS><CTL=SYN>', 'CLOSED, LISTEN'],
      [
        'error: already-exists',
        'SYN-SENT, SYN-RECEIVED (passive), SYN-RECEIVED (active), ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2, CLOSE-WAIT, CLOSING, LAST-ACK, TIME-WAIT',
      ],
    ],
  },
  {
    section: '3.10.2',
    event: 'SEND',
    outcomes: [
      ['error: does-not-exist', 'CLOSED'],
      ['error: remote-unspecified', 'LISTEN'],
      ['queues the text', 'SYN-SENT, SYN-RECEIVED (passive), SYN-RECEIVED (active)'],
      ['<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK> with 3 bytes', 'ESTABLISHED, CLOSE-WAIT'],
      ['error: closing', 'FIN-WAIT-1, FIN-WAIT-2, CLOSING, LAST-ACK, TIME-WAIT'],
    ],
  },
  {
    section: '3.10.3',
    event: 'RECEIVE, nothing waiting',
    outcomes: [
      ['error: does-not-exist', 'CLOSED'],
      [
        'error: nothing-to-read',
        'LISTEN, SYN-SENT, SYN-RECEIVED (passive), SYN-RECEIVED (active), ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2',
      ],
      ['error: closing', 'CLOSE-WAIT, CLOSING, LAST-ACK, TIME-WAIT'],
    ],
  },
  {
    section: '3.10.3',
    event: 'RECEIVE, text waiting',
    outcomes: [
      ['error: does-not-exist', 'CLOSED'],
      [
        'hands over 3 bytes',
        'LISTEN, SYN-SENT, SYN-RECEIVED (passive), SYN-RECEIVED (active), ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2, CLOSE-WAIT, CLOSING, LAST-ACK, TIME-WAIT',
      ],
    ],
  },
  {
    section: '3.10.4',
    event: 'CLOSE',
    outcomes: [
      ['error: does-not-exist', 'CLOSED'],
      ['→ CLOSED', 'LISTEN, SYN-SENT'],
      [
        '<SEQ=SND.NXT><ACK=RCV.NXT><CTL=FIN,ACK>; → FIN-WAIT-1',
        'SYN-RECEIVED (passive), SYN-RECEIVED (active), ESTABLISHED',
      ],
      ['error: closing', 'FIN-WAIT-1, FIN-WAIT-2, CLOSING, LAST-ACK, TIME-WAIT'],
      ['<SEQ=SND.NXT><ACK=RCV.NXT><CTL=FIN,ACK>; → LAST-ACK', 'CLOSE-WAIT'],
    ],
  },
  {
    section: '3.10.5',
    event: 'ABORT',
    outcomes: [
      ['error: does-not-exist', 'CLOSED'],
      ['→ CLOSED', 'LISTEN, SYN-SENT, CLOSING, LAST-ACK, TIME-WAIT'],
      [
        '<SEQ=SND.NXT><CTL=RST>; → CLOSED',
        'SYN-RECEIVED (passive), SYN-RECEIVED (active), ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2, CLOSE-WAIT',
      ],
    ],
  },
  {
    section: '3.10.6',
    event: 'STATUS',
    outcomes: [
      ['error: does-not-exist', 'CLOSED'],
      ['says LISTEN', 'LISTEN'],
      ['says SYN-SENT', 'SYN-SENT'],
      ['says SYN-RECEIVED', 'SYN-RECEIVED (passive), SYN-RECEIVED (active)'],
      ['says ESTABLISHED', 'ESTABLISHED'],
      ['says FIN-WAIT-1', 'FIN-WAIT-1'],
      ['says FIN-WAIT-2', 'FIN-WAIT-2'],
      ['says CLOSE-WAIT', 'CLOSE-WAIT'],
      ['says CLOSING', 'CLOSING'],
      ['says LAST-ACK', 'LAST-ACK'],
      ['says TIME-WAIT', 'TIME-WAIT'],
    ],
  },
  {
    section: '3.10.7',
    event: 'RST, exactly at RCV.NXT',
    outcomes: [
      ['nothing', 'CLOSED, LISTEN'],
      ['tells connection-refused; → CLOSED', 'SYN-SENT, SYN-RECEIVED (active)'],
      ['→ LISTEN', 'SYN-RECEIVED (passive)'],
      ['tells connection-reset; → CLOSED', 'ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2, CLOSE-WAIT'],
      ['→ CLOSED', 'CLOSING, LAST-ACK, TIME-WAIT'],
    ],
  },
  {
    section: '3.10.7',
    event: 'RST, elsewhere in the window',
    outcomes: [
      ['nothing', 'CLOSED, LISTEN, SYN-SENT'],
      [
        '<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>',
        'SYN-RECEIVED (passive), SYN-RECEIVED (active), ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2, CLOSE-WAIT, CLOSING, LAST-ACK, TIME-WAIT',
      ],
    ],
  },
  {
    section: '3.10.7',
    event: 'RST, outside the window',
    outcomes: [
      [
        'nothing',
        'CLOSED, LISTEN, SYN-SENT, SYN-RECEIVED (passive), SYN-RECEIVED (active), ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2, CLOSE-WAIT, CLOSING, LAST-ACK, TIME-WAIT',
      ],
    ],
  },
  {
    section: '3.10.7',
    event: 'SYN, in the window',
    outcomes: [
      ['<SEQ=0><ACK=SEG.SEQ+SEG.LEN><CTL=RST,ACK>', 'CLOSED'],
      ['→ SYN-RECEIVED; <SEQ=ISS><ACK=RCV.NXT><CTL=SYN,ACK>', 'LISTEN, SYN-SENT'],
      ['→ LISTEN', 'SYN-RECEIVED (passive)'],
      [
        '<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>',
        'SYN-RECEIVED (active), ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2, CLOSE-WAIT, CLOSING, LAST-ACK, TIME-WAIT',
      ],
    ],
  },
  {
    section: '3.10.7',
    event: 'SYN, outside the window',
    outcomes: [
      ['<SEQ=0><ACK=SEG.SEQ+SEG.LEN><CTL=RST,ACK>', 'CLOSED'],
      ['→ SYN-RECEIVED; <SEQ=ISS><ACK=RCV.NXT><CTL=SYN,ACK>', 'LISTEN, SYN-SENT'],
      [
        '<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>',
        'SYN-RECEIVED (passive), SYN-RECEIVED (active), ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2, CLOSE-WAIT, CLOSING, LAST-ACK, TIME-WAIT',
      ],
    ],
  },
  {
    section: '3.10.7',
    event: 'SYN with text',
    outcomes: [
      ['<SEQ=0><ACK=SEG.SEQ+SEG.LEN><CTL=RST,ACK>', 'CLOSED'],
      ['→ SYN-RECEIVED; <SEQ=ISS><ACK=RCV.NXT><CTL=SYN,ACK>', 'LISTEN, SYN-SENT'],
      ['→ LISTEN', 'SYN-RECEIVED (passive)'],
      [
        '<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>',
        'SYN-RECEIVED (active), ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2, CLOSE-WAIT, CLOSING, LAST-ACK, TIME-WAIT',
      ],
    ],
  },
  {
    section: '3.10.7',
    event: 'SYN,ACK of what was sent, with text',
    outcomes: [
      ['<SEQ=SEG.ACK><CTL=RST>', 'CLOSED, LISTEN'],
      ['→ ESTABLISHED; <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>', 'SYN-SENT'],
      ['→ LISTEN', 'SYN-RECEIVED (passive)'],
      [
        '<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>',
        'SYN-RECEIVED (active), ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2, CLOSE-WAIT, CLOSING, LAST-ACK, TIME-WAIT',
      ],
    ],
  },
  {
    section: '3.10.7',
    event: 'SYN,ACK of what was sent',
    outcomes: [
      ['<SEQ=SEG.ACK><CTL=RST>', 'CLOSED, LISTEN'],
      ['→ ESTABLISHED; <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>', 'SYN-SENT'],
      ['→ LISTEN', 'SYN-RECEIVED (passive)'],
      [
        '<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>',
        'SYN-RECEIVED (active), ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2, CLOSE-WAIT, CLOSING, LAST-ACK, TIME-WAIT',
      ],
    ],
  },
  {
    section: '3.10.7',
    event: 'SYN,ACK of what was not sent',
    outcomes: [
      ['<SEQ=SEG.ACK><CTL=RST>', 'CLOSED, LISTEN, SYN-SENT'],
      ['→ LISTEN', 'SYN-RECEIVED (passive)'],
      [
        '<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>',
        'SYN-RECEIVED (active), ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2, CLOSE-WAIT, CLOSING, LAST-ACK, TIME-WAIT',
      ],
    ],
  },
  {
    section: '3.10.7',
    event: 'ACK of what was sent',
    outcomes: [
      ['<SEQ=SEG.ACK><CTL=RST>', 'CLOSED, LISTEN'],
      ['nothing', 'SYN-SENT, ESTABLISHED, FIN-WAIT-2, CLOSE-WAIT, TIME-WAIT'],
      ['→ ESTABLISHED', 'SYN-RECEIVED (passive), SYN-RECEIVED (active)'],
      ['→ FIN-WAIT-2', 'FIN-WAIT-1'],
      ['→ TIME-WAIT; starts TIME-WAIT timer', 'CLOSING'],
      ['→ CLOSED', 'LAST-ACK'],
    ],
  },
  {
    section: '3.10.7',
    event: 'ACK, old',
    outcomes: [
      ['<SEQ=SEG.ACK><CTL=RST>', 'CLOSED, LISTEN, SYN-SENT, SYN-RECEIVED (passive), SYN-RECEIVED (active)'],
      ['nothing', 'ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2, CLOSE-WAIT, CLOSING, LAST-ACK, TIME-WAIT'],
    ],
  },
  {
    section: '3.10.7',
    event: 'ACK of what was not sent',
    outcomes: [
      ['<SEQ=SEG.ACK><CTL=RST>', 'CLOSED, LISTEN, SYN-SENT, SYN-RECEIVED (passive), SYN-RECEIVED (active)'],
      [
        '<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>',
        'ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2, CLOSE-WAIT, CLOSING, LAST-ACK, TIME-WAIT',
      ],
    ],
  },
  {
    section: '3.10.7',
    event: 'text, in order, without ACK',
    outcomes: [
      ['<SEQ=0><ACK=SEG.SEQ+SEG.LEN><CTL=RST,ACK>', 'CLOSED'],
      [
        'nothing',
        'LISTEN, SYN-SENT, SYN-RECEIVED (passive), SYN-RECEIVED (active), ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2, CLOSE-WAIT, CLOSING, LAST-ACK, TIME-WAIT',
      ],
    ],
  },
  {
    section: '3.10.7',
    event: 'text, in order',
    outcomes: [
      ['<SEQ=SEG.ACK><CTL=RST>', 'CLOSED, LISTEN'],
      ['nothing', 'SYN-SENT, CLOSE-WAIT, TIME-WAIT'],
      [
        '→ ESTABLISHED; <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>; takes 3 bytes',
        'SYN-RECEIVED (passive), SYN-RECEIVED (active)',
      ],
      ['<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>; takes 3 bytes', 'ESTABLISHED, FIN-WAIT-2'],
      ['→ FIN-WAIT-2; <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>; takes 3 bytes', 'FIN-WAIT-1'],
      ['→ TIME-WAIT; starts TIME-WAIT timer', 'CLOSING'],
      ['→ CLOSED', 'LAST-ACK'],
    ],
  },
  {
    section: '3.10.7',
    event: 'text with URG, in order',
    outcomes: [
      ['<SEQ=SEG.ACK><CTL=RST>', 'CLOSED, LISTEN'],
      ['nothing', 'SYN-SENT, CLOSE-WAIT, TIME-WAIT'],
      [
        '→ ESTABLISHED; <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>; takes 3 bytes',
        'SYN-RECEIVED (passive), SYN-RECEIVED (active)',
      ],
      ['<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>; takes 3 bytes', 'ESTABLISHED, FIN-WAIT-2'],
      ['→ FIN-WAIT-2; <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>; takes 3 bytes', 'FIN-WAIT-1'],
      ['→ TIME-WAIT; starts TIME-WAIT timer', 'CLOSING'],
      ['→ CLOSED', 'LAST-ACK'],
    ],
  },
  {
    section: '3.10.7',
    event: 'text, ahead of its turn',
    outcomes: [
      ['<SEQ=SEG.ACK><CTL=RST>', 'CLOSED, LISTEN'],
      ['nothing', 'SYN-SENT, CLOSE-WAIT, TIME-WAIT'],
      [
        '→ ESTABLISHED; <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>; keeps the text for later',
        'SYN-RECEIVED (passive), SYN-RECEIVED (active)',
      ],
      ['<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>; keeps the text for later', 'ESTABLISHED, FIN-WAIT-2'],
      ['→ FIN-WAIT-2; <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>; keeps the text for later', 'FIN-WAIT-1'],
      ['→ TIME-WAIT; starts TIME-WAIT timer', 'CLOSING'],
      ['→ CLOSED', 'LAST-ACK'],
    ],
  },
  {
    section: '3.10.7',
    event: 'text, old',
    outcomes: [
      ['<SEQ=SEG.ACK><CTL=RST>', 'CLOSED, LISTEN'],
      ['nothing', 'SYN-SENT'],
      [
        '<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>',
        'SYN-RECEIVED (passive), SYN-RECEIVED (active), ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2, CLOSE-WAIT, CLOSING, LAST-ACK, TIME-WAIT',
      ],
    ],
  },
  {
    section: '3.10.7',
    event: 'text, beyond the window',
    outcomes: [
      ['<SEQ=SEG.ACK><CTL=RST>', 'CLOSED, LISTEN'],
      ['nothing', 'SYN-SENT'],
      [
        '<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>',
        'SYN-RECEIVED (passive), SYN-RECEIVED (active), ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2, CLOSE-WAIT, CLOSING, LAST-ACK, TIME-WAIT',
      ],
    ],
  },
  {
    section: '3.10.7',
    event: 'FIN, in order, old ACK',
    outcomes: [
      ['<SEQ=SEG.ACK><CTL=RST>', 'CLOSED, LISTEN, SYN-SENT, SYN-RECEIVED (passive), SYN-RECEIVED (active)'],
      ['→ CLOSE-WAIT; tells connection-closing; <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>', 'ESTABLISHED'],
      ['→ CLOSING; tells connection-closing; <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>', 'FIN-WAIT-1'],
      [
        '→ TIME-WAIT; starts TIME-WAIT timer; tells connection-closing; <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>',
        'FIN-WAIT-2',
      ],
      ['nothing', 'CLOSE-WAIT, CLOSING, LAST-ACK, TIME-WAIT'],
    ],
  },
  {
    section: '3.10.7',
    event: 'FIN, in order',
    outcomes: [
      ['<SEQ=SEG.ACK><CTL=RST>', 'CLOSED, LISTEN'],
      ['nothing', 'SYN-SENT, CLOSE-WAIT, TIME-WAIT'],
      [
        '→ ESTABLISHED; → CLOSE-WAIT; tells connection-closing; <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>',
        'SYN-RECEIVED (passive), SYN-RECEIVED (active)',
      ],
      ['→ CLOSE-WAIT; tells connection-closing; <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>', 'ESTABLISHED'],
      [
        '→ FIN-WAIT-2; → TIME-WAIT; starts TIME-WAIT timer; tells connection-closing; <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>',
        'FIN-WAIT-1',
      ],
      [
        '→ TIME-WAIT; starts TIME-WAIT timer; tells connection-closing; <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>',
        'FIN-WAIT-2',
      ],
      ['→ TIME-WAIT; starts TIME-WAIT timer', 'CLOSING'],
      ['→ CLOSED', 'LAST-ACK'],
    ],
  },
  {
    section: '3.10.7',
    event: 'FIN, again',
    outcomes: [
      ['<SEQ=SEG.ACK><CTL=RST>', 'CLOSED, LISTEN'],
      ['nothing', 'SYN-SENT'],
      [
        '<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>',
        'SYN-RECEIVED (passive), SYN-RECEIVED (active), ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2, CLOSE-WAIT, CLOSING, LAST-ACK',
      ],
      ['<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>; starts TIME-WAIT timer', 'TIME-WAIT'],
    ],
  },
  {
    section: '3.10.8',
    event: 'USER TIMEOUT',
    outcomes: [
      ['no such timer runs', 'CLOSED, LISTEN, FIN-WAIT-2, TIME-WAIT'],
      [
        'tells user-timeout; → CLOSED',
        'SYN-SENT, SYN-RECEIVED (passive), SYN-RECEIVED (active), ESTABLISHED, FIN-WAIT-1, CLOSE-WAIT, CLOSING, LAST-ACK',
      ],
    ],
  },
  {
    section: '3.10.8',
    event: 'RETRANSMISSION TIMEOUT',
    outcomes: [
      ['no such timer runs', 'CLOSED, LISTEN, FIN-WAIT-2, TIME-WAIT'],
      ['<SEQ=ISS><CTL=SYN>', 'SYN-SENT'],
      ['<SEQ=ISS><ACK=RCV.NXT><CTL=SYN,ACK>', 'SYN-RECEIVED (passive), SYN-RECEIVED (active)'],
      ['<SEQ=SND.UNA><ACK=RCV.NXT><CTL=ACK> with 3 bytes', 'ESTABLISHED, CLOSE-WAIT'],
      ['<SEQ=SND.UNA><ACK=RCV.NXT><CTL=FIN,ACK>', 'FIN-WAIT-1, CLOSING, LAST-ACK'],
    ],
  },
  {
    section: '3.10.8',
    event: 'TIME-WAIT TIMEOUT',
    outcomes: [
      [
        'no such timer runs',
        'CLOSED, LISTEN, SYN-SENT, SYN-RECEIVED (passive), SYN-RECEIVED (active), ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2, CLOSE-WAIT, CLOSING, LAST-ACK',
      ],
      ['→ CLOSED', 'TIME-WAIT'],
    ],
  },
] as const satisfies readonly Row[];
export type TableEvent = (typeof table)[number]['event'];

/** Where the engine does not do what the letter says, what that is, and why. */
export const differences: readonly { event: TableEvent; columns: string; letter: string; because: string }[] = [
  {
    event: 'RECEIVE, nothing waiting',
    columns: 'LISTEN, SYN-SENT, SYN-RECEIVED (passive), SYN-RECEIVED (active), ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2',
    letter: 'queue the request until there is text',
    because: 'a call of the lab never waits',
  },
  {
    event: 'RECEIVE, text waiting',
    columns: 'LISTEN, SYN-SENT, SYN-RECEIVED (passive), SYN-RECEIVED (active)',
    letter: 'queue the request until the connection is open',
    because: 'no text can be waiting before that; were there any, a call of the lab would not wait',
  },
  {
    event: 'RECEIVE, text waiting',
    columns: 'CLOSING, LAST-ACK, TIME-WAIT',
    letter: 'error: connection closing',
    because: 'text that has been acknowledged is not taken away from its reader; real hosts hand it over',
  },
  {
    event: 'RST, exactly at RCV.NXT',
    columns: 'SYN-SENT',
    letter: 'signal "error: connection reset"',
    because: 'the lab says "refused", as the sockets do (ECONNREFUSED)',
  },
  {
    event: 'SYN with text',
    columns: 'LISTEN, SYN-SENT',
    letter: 'queue the text until the connection is open',
    because: 'like real hosts without TCP Fast Open: only the SYN is acknowledged, and the text comes again',
  },
  {
    event: 'SYN,ACK of what was sent, with text',
    columns: 'SYN-SENT',
    letter: 'go on with the text (sixth step), take it and acknowledge it along with the SYN',
    because: 'like real hosts without TCP Fast Open: only the SYN is acknowledged, and the text comes again',
  },
  {
    event: 'text with URG, in order',
    columns: 'SYN-RECEIVED (passive), SYN-RECEIVED (active), ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2',
    letter: 'set RCV.UP, and signal that the remote side has urgent data',
    because: 'new programs are advised against it (RFC 9293 §3.8.5), and the lab has no application that would ask',
  },
  {
    event: 'FIN, in order',
    columns: 'CLOSE-WAIT, CLOSING, TIME-WAIT',
    letter: 'advance RCV.NXT over the FIN and acknowledge it; in TIME-WAIT restart the timer',
    because: 'a second FIN with a number of its own is no FIN of an honest peer',
  },
  {
    event: 'FIN, in order, old ACK',
    // In CLOSING the letter says so itself: "otherwise ignore the segment".
    columns: 'CLOSE-WAIT, LAST-ACK, TIME-WAIT',
    letter: 'advance RCV.NXT over the FIN and acknowledge it; in TIME-WAIT restart the timer',
    because: 'a second FIN with a number of its own is no FIN of an honest peer',
  },
];
