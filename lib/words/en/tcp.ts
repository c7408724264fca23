import { assertNever } from '@/lib/assert-never';
import type { TcpEvent } from '@/lib/labs/tcp/event';
import type { TcpGoal } from '@/lib/labs/tcp/goal';
import type { TcpDeadEnd } from '@/lib/labs/tcp/goals';
import type { TcpLandmark } from '@/lib/labs/tcp/landmark';
import type { Flag, Segment } from '@/lib/labs/tcp/segment';
import type { Side } from '@/lib/labs/tcp/setup';
import type { Notice, Timer } from '@/lib/labs/tcp/state';
import type { Call, CallError, LostOption, Why } from '@/lib/labs/tcp/why';

const other = { client: 'server', server: 'client' } as const;
const The = { client: 'The client', server: 'The server' } as const;

const bytes = (count: number) => (count === 1 ? '1 byte' : `${count.toLocaleString('en')} bytes`);
const seconds = (ms: number) => (ms < 1_000 ? `${ms} ms` : `${(ms / 1_000).toLocaleString('en')} s`);
const hex = (word: number) => word.toString(16).padStart(4, '0');
const named = (flags: readonly Flag[]) => flags.filter((flag) => flag !== 'PSH').join(' ') || 'segment';

const calls: Record<Call, string> = {
  listen: 'listen',
  open: 'open',
  send: 'send',
  receive: 'read',
  close: 'close',
  abort: 'abort',
  status: 'tell how it stands',
};

const callErrors: Record<CallError, string> = {
  'already-exists': 'it already has a connection',
  'does-not-exist': 'it has no connection',
  closing: 'it has already said that it is done',
  'nothing-to-read': 'nothing has arrived that was not read yet',
  'remote-unspecified': 'it listens, and does not know yet to whom',
  'no-connections': 'UDP has no connections, so there is nothing to open, to close or to ask about',
  'too-long': 'one datagram takes at most 1,472 bytes here, and UDP does not cut text into pieces',
};

const notices: Record<Notice, string> = {
  'connection-refused': 'connection refused',
  'connection-reset': 'connection reset',
  'connection-closing': 'the other side is done sending',
  'gave-up': 'connection timed out',
  'user-timeout': 'connection aborted due to user timeout',
};

const timers: Record<Timer, string> = {
  retransmission: 'retransmission timer',
  'time-wait': 'TIME-WAIT timer',
  'delayed-ack': 'delayed ACK timer',
  override: 'timer for small segments',
  'syn-queue': 'timer for unconfirmed connections',
  user: 'user timeout',
};

function why(fact: Why): string {
  switch (fact.code) {
    case 'listens':
      return `${The[fact.side]} waits for someone to call. It has sent nothing: a passive open is silent.`;
    case 'syn-sent':
      return `${The[fact.side]} begins to count at ${fact.iss} and says so in a SYN. The SYN takes that number, so the next one is ${fact.iss + 1}.`;
    case 'syn-arrived':
      return `The SYN took number ${fact.seq} although it carried no data, so the ${fact.side} now expects ${fact.ack}. It says so, and announces its own start, ${fact.iss}, in the same segment.`;
    case 'syn-again':
      return `The same SYN again, so the answer must have been lost. The ${fact.side} repeats it under the same number, ${fact.iss}.`;
    case 'syn-ack-arrived':
      return `The SYN took a number although it carried no data, so the ${fact.side} now expects ${fact.ack}. Its own SYN is acknowledged: for the ${fact.side} the connection is open.`;
    case 'both-opened':
      return `A SYN arrives where an answer was expected: both sides are opening at once. The ${fact.side} acknowledges ${fact.ack} and repeats its own SYN along with it.`;
    case 'syn-acknowledged':
      return `${fact.ack} acknowledges the ${fact.side}'s SYN. Now the ${fact.side} knows that its number arrived, and the connection is open on its side too.`;
    case 'text-sent':
      return `${bytes(fact.bytes)} take the numbers from ${fact.seq} on. SND.NXT moves to ${fact.next}; SND.UNA stays until they are acknowledged.`;
    case 'text-queued':
      return `${bytes(fact.bytes)} wait${waiting(fact)}`;
    case 'text-arrived':
      return `${bytes(fact.bytes)} arrived in order, so the ${fact.side} now expects ${fact.ack}: the number after the last byte it has.`;
    case 'text-discarded':
      return fact.because === 'buffer-full'
        ? `The ${fact.side}'s buffer has no room for what came. It will have to be sent again.`
        : `The ${other[fact.side]} had already said that it was done, so what comes after is not taken.`;
    case 'text-acknowledged':
      return fact.outstanding === 0
        ? `All before ${fact.ack} has arrived: SND.UNA catches up with SND.NXT, and there is nothing left to send again.`
        : `All before ${fact.ack} has arrived. Still without an answer: ${bytes(fact.outstanding)}.`;
    case 'duplicate-ack':
      return `Duplicate ${fact.count}: ${fact.ack} once more, though the ${fact.side} has sent more than that. Something behind it must have arrived.`;
    case 'fast-retransmitted':
      return `Three duplicates mean a loss, so the ${fact.side} sends ${fact.seq} again without waiting for the timer. ssthresh is half of what was under way, ${fact.ssthresh}; cwnd is ${fact.cwnd}.`;
    case 'partly-recovered':
      return `${fact.ack} is more, but not all before ${fact.recover}: another segment was lost as well, and goes again.`;
    case 'recovered':
      return `${fact.ack} covers all that was under way when the loss was noticed. Fast recovery ends with cwnd ${fact.cwnd}.`;
    case 'ack-too-old':
      return `${fact.ack} lies further back than any window ever reached (SND.UNA is ${fact.una}): a guess, not an answer. The ${fact.side} asks back.`;
    case 'wrapped':
      return fact.answered
        ? `The number fits, but the clock of this segment shows ${fact.value} and ${fact.recent} was heard before: it is an old one. The ${fact.side} does not take it.`
        : `The clock of this segment shows ${fact.value} and ${fact.recent} was heard before: it is an old one. The ${fact.side} answered one like it less than half a second ago and now keeps quiet, or the two ends would answer each other’s answers without end.`;
    case 'timestamp-missing':
      return `Both have agreed on timestamps, and this segment has none. The ${fact.side} drops it without a word.`;
    case 'override':
      return fact.bytes === 0
        ? `The ${fact.side} has waited half a second for a wider window, and there is still no room.`
        : `The ${fact.side} has waited half a second for a wider window. Now it sends ${bytes(fact.bytes)} from ${fact.seq} on all the same.`;
    case 'user-timeout':
      return `${seconds(fact.waited)} without an acknowledgement are more than the user allows. The ${fact.side} gives the connection up.`;
    case 'status':
      return `The ${fact.side} is in ${fact.state}. Asking changes nothing.`;
    case 'syn-kept':
      return `The ${fact.side} answers with its own start, ${fact.iss}, and notes the caller: ${fact.count} of ${fact.backlog} places are taken. It goes on listening.`;
    case 'syn-dropped':
      return `All ${fact.backlog} places are taken by callers that have not confirmed. The ${fact.side} drops this SYN in silence; an honest caller will try again.`;
    case 'syn-ack-repeated':
      return `${fact.count === 1 ? 'One caller has' : `${fact.count} callers have`} not confirmed in time, and ${fact.count === 1 ? 'is' : 'are'} answered once more.`;
    case 'half-open-forgotten':
      return `${fact.count === 1 ? 'One caller' : `${fact.count} callers`} never confirmed. The ${fact.side} forgets them, and their places are free.`;
    case 'half-open-reset':
      return `The caller takes it back by RST. ${fact.count === 1 ? 'One unconfirmed connection is' : `${fact.count} unconfirmed connections are`} left.`;
    case 'cookie-sent':
      return `The ${fact.side} keeps nothing. Its start, ${fact.iss}, is a cookie: whoever returns it has really heard the answer. It holds the segment size ${fact.mss}${lostInCookie(fact.lost)}`;
    case 'cookie-accepted':
      return `The acknowledgement returns the cookie, and it is genuine: the ${fact.side} rebuilds the connection from it, with segments of ${fact.mss} bytes${lostInCookie(fact.lost)}`;
    case 'flooded':
      return `An attacker sends the ${fact.side} ${fact.count === 1 ? 'one SYN' : `${fact.count} SYNs`} from addresses where nobody will answer.`;
    case 'forged':
      return `Someone else sends the ${fact.side} a ${named(fact.flags)} with number ${fact.seq}, under the name of the ${other[fact.side]}.`;
    case 'crafted':
      return fact.checksum === null
        ? `A segment built by hand, ${named(fact.flags)} with number ${fact.seq}, is on its way to the ${fact.side}. Its checksum was computed.`
        : `A segment built by hand, ${named(fact.flags)} with number ${fact.seq}, is on its way to the ${fact.side}, with the checksum ${hex(fact.checksum)} as it was given.`;
    case 'corrupted':
      return fact.bit === null
        ? `On the way every bit of byte ${fact.byte} is turned over. Nobody notices before the segment arrives and is summed.`
        : `On the way one bit of byte ${fact.byte} is turned over. Nobody notices before the segment arrives and is summed.`;
    case 'no-such-byte':
      return `The segment has ${bytes(fact.length)}, numbered from 0: there is no byte ${fact.byte} in it.`;
    case 'checksum-refused':
      return `The checksum says ${hex(fact.found)}, and what arrived would need ${hex(fact.right)}. The ${fact.side} drops the segment without a word: when any byte may be wrong, it cannot even know whom to tell.`;
    case 'bytes-refused':
      return bytesRefused(fact);
    case 'stranger-ignored':
      return `This comes from another address or port than the ${other[fact.side]}'s. The ${fact.side} has room for one connection in this lab, and takes no notice.`;
    case 'came-again':
      return `A copy that had gone astray turns up again. The connection it belonged to may be long over.`;
    case 'nobody-there':
      return `It goes to an address where nobody is: nothing will ever come back.`;
    case 'not-over-udp':
      return `The lab runs UDP now: there are no connections that could be attacked this way.`;
    case 'datagram-sent':
      return `${bytes(fact.bytes)} leave in one datagram. Nothing is numbered, nothing is kept: if it is lost, nobody will know.`;
    case 'datagram-arrived':
      return `${bytes(fact.bytes)} arrive and are handed on as they come. No answer, and no check whether something is missing or came before.`;
    case 'datagram-dropped':
      return `The ${fact.side}'s buffer has no room for ${bytes(fact.bytes)}. The datagram is dropped, and the sender does not hear of it.`;
    case 'ahead-of-turn':
      return `Number ${fact.seq} came before its turn: the ${fact.side} still waits for ${fact.expected}. It keeps the early text and repeats what it expects.`;
    case 'not-acceptable':
      return `Number ${fact.seq} lies outside the window that begins at ${fact.expected}. The ${fact.side} does not take it and says what it expects.`;
    case 'old-duplicate':
      return `Everything from ${fact.seq} on was here before: the ${fact.side} already expects ${fact.expected}. It takes nothing twice and repeats its acknowledgement.`;
    case 'repeated-ack':
      return `${fact.ack} was acknowledged before. Nothing moves.`;
    case 'acks-the-unsent':
      return `${fact.ack} acknowledges what the ${fact.side} has not sent: it has only come to ${fact.next}.`;
    case 'window-opened':
      return `The ${other[fact.side]} has room again: its window is ${bytes(fact.wnd)}.`;
    case 'fin-sent':
      return fact.withAckOfFin
        ? `The ${fact.side} is done too. Its FIN takes number ${fact.seq} and carries the acknowledgement that was still owed: one segment instead of two.`
        : `The ${fact.side} has no more to send. Its FIN takes number ${fact.seq}; it can still receive.`;
    case 'fin-queued':
      return fact.because === 'text'
        ? `The FIN has to wait: it comes after the text that is still waiting.`
        : `The FIN has to wait until the connection is open and the text is sent.`;
    case 'fin-arrived':
      return finArrived(fact);
    case 'fin-again':
      return `The same FIN again: the last ACK must have been lost. The ${fact.side} repeats ${fact.ack} and begins its wait anew. This is what TIME-WAIT is for.`;
    case 'fin-acknowledged':
      return finAcknowledged(fact);
    case 'time-wait-over':
      return `${seconds(fact.waited)}, twice the longest life of a segment, are over. No old segment of this connection can still be under way, so the ${fact.side} forgets it.`;
    case 'retransmitted':
      return `No answer came in time, so the ${fact.side} repeats the ${named(fact.flags)} under the same number, ${fact.seq}. It will wait ${seconds(fact.rto)} now, twice as long.`;
    case 'probed':
      return `The window is closed and nothing is under way that could bring news. The ${fact.side} sends number ${fact.seq} all the same: the answer will tell the window.`;
    case 'gave-up':
      return `After ${fact.retransmissions} repetitions without an answer the ${fact.side} gives up. The other side is not told: nothing reaches it anyway.`;
    case 'ack-sent-late':
      return `Nothing came along to travel with, so the acknowledgement of all before ${fact.ack} goes alone.`;
    case 'refused':
      return fact.flags.includes('SYN') && !fact.flags.includes('ACK')
        ? `Nobody listens on this port. The ${fact.side} says so with RST, and acknowledges the SYN so that the sender knows which one is meant.`
        : `The ${fact.side} has no connection that this belongs to, and answers RST.`;
    case 'old-syn-refused':
      return `${fact.ack} acknowledges something the ${fact.side} did not send in this attempt. It answers RST: that was an old question.`;
    case 'connection-refused':
      return `RST acknowledges the very SYN that was sent: nobody listens there. The ${fact.side} gives up at once.`;
    case 'connection-reset':
      return fact.to === 'LISTEN'
        ? `RST takes the call back. The ${fact.side} listens again, as if nobody had asked.`
        : `RST carries exactly the number that was expected, so it is believed: for the ${fact.side} the connection is gone.`;
    case 'reset-ignored':
      return resetIgnored(fact);
    case 'reset-challenged':
      return `RST with number ${fact.seq}, but ${fact.expected} was expected. Anyone could have guessed it, so the ${fact.side} asks back instead of believing it.`;
    case 'syn-challenged':
      return `A SYN in the middle of a connection. The ${fact.side} asks back: if the other side really began anew, it will answer RST.`;
    case 'ignored':
      return `The ${fact.side} has no use for it in this state, and does nothing.`;
    case 'closed-before-open':
      return `There is no connection yet, so there is nothing to part from. The ${fact.side} is CLOSED at once.`;
    case 'aborted':
      return fact.reset
        ? `${The[fact.side]} breaks off: RST, nothing is acknowledged, nothing is waited for.`
        : `${The[fact.side]} forgets the connection. There was nobody left who had to be told.`;
    case 'read':
      return `The application takes ${bytes(fact.bytes)}. The window it offers is ${bytes(fact.wnd)} now.`;
    case 'call-failed':
      return `${The[fact.side]} cannot ${calls[fact.call]}: ${callErrors[fact.error]}.`;
    case 'lost':
      return `The ${named(fact.flags)} is lost. The ${fact.from} does not know it: it will only notice that no answer comes.`;
    case 'duplicated':
      return `The network now carries the same segment twice.`;
    case 'delayed':
      return `The segment is held up. It may be overtaken, or come when nobody expects it any more.`;
    case 'not-under-way':
      return `That segment is not on the wire any more.`;
    case 'nothing-due':
      return `Nothing is under way and no timer runs: nothing happens until someone does something.`;
    case 'waited':
      return `${seconds(fact.ms)} pass. Nothing falls due.`;
    case 'wait-cut-short':
      return `So much happened that the wait ends after ${seconds(fact.ms)}.`;
    default:
      return assertNever(fact);
  }
}

function waiting({ side, because }: Extract<Why, { code: 'text-queued' }>): string {
  switch (because) {
    case 'window':
      return `: the ${other[side]}'s window has no room for them now.`;
    case 'congestion':
      return `: as much is under way as the congestion window allows. Each acknowledgement lets more out.`;
    case 'nagle':
      return `: a small segment is not sent while another is unacknowledged (Nagle).`;
    case 'silly-window':
      return `: the window has only room for crumbs, so the ${side} waits a moment for more.`;
    case 'not-open-yet':
      return ` until the connection is open.`;
    default:
      return assertNever(because);
  }
}

const lostOptions: Record<LostOption, string> = {
  'window-scale': 'window scaling',
  sack: 'selective acknowledgement',
  mss: 'the exact segment size',
};

function lostInCookie(lost: readonly LostOption[]): string {
  if (lost.length === 0) return '.';
  return `; it has no room for ${lost.map((option) => lostOptions[option]).join(' and ')}.`;
}

function finArrived(fact: Extract<Why, { code: 'fin-arrived' }>): string {
  const answer = fact.answered
    ? `The ${fact.side} acknowledges ${fact.ack}: the FIN took a number too.`
    : `The ${fact.side} owes an acknowledgement of ${fact.ack}; it may wait a moment for something to travel with.`;
  switch (fact.to) {
    case 'CLOSE-WAIT':
      return `The ${other[fact.side]} is done sending. ${answer} Its own direction stays open until its application closes.`;
    case 'LAST-ACK':
      return `The ${other[fact.side]} is done sending. ${answer} Its own FIN goes along, for its application had closed already.`;
    case 'CLOSING':
      return `A FIN, but not the answer to our own: both sides are closing at once. ${answer}`;
    default:
      return fact.ackedOurFin
        ? `One segment does both: it acknowledges the ${fact.side}'s FIN and brings the other one. ${answer} Three segments have closed what usually takes four.`
        : `Now both directions are closed. ${answer} It stays in TIME-WAIT, in case this last ACK gets lost.`;
  }
}

function finAcknowledged(fact: Extract<Why, { code: 'fin-acknowledged' }>): string {
  switch (fact.to) {
    case 'FIN-WAIT-2':
      return `${fact.ack} acknowledges the ${fact.side}'s FIN. Half of the connection is closed; the ${fact.side} waits for the other side's FIN.`;
    case 'TIME-WAIT':
      return `${fact.ack} acknowledges the ${fact.side}'s FIN, and the other side's had come already. It stays in TIME-WAIT, in case its own ACK got lost.`;
    default:
      return `${fact.ack} acknowledges the last FIN. The ${fact.side} need not wait: it knows that the other side knows.`;
  }
}

function bytesRefused({ side, because }: Extract<Why, { code: 'bytes-refused' }>): string {
  switch (because) {
    case 'ip-header':
      return `The sum over the IP header is wrong, so the ${side} drops the packet before TCP has seen it.`;
    case 'checksum':
      return `The checksum or a length is wrong, so the ${side} drops it without a word.`;
    case 'malformed':
      return `The sum is right, but a length in it is impossible. The ${side} drops it.`;
    default:
      return assertNever(because);
  }
}

function resetIgnored(fact: Extract<Why, { code: 'reset-ignored' }>): string {
  switch (fact.because) {
    case 'closed':
      return `There is no connection that could be reset. The RST is ignored.`;
    case 'listening':
      return `The ${fact.side} has heard nothing yet that could be taken back. The RST is ignored.`;
    case 'not-ours':
      return `This RST does not answer the SYN that was sent, so the ${fact.side} ignores it.`;
    case 'outside-window':
      return `The number of this RST lies outside the window, so the ${fact.side} ignores it.`;
    default:
      return assertNever(fact.because);
  }
}

/** One line of the transcript. `segmentOf` finds a segment by its id. */
function event(fact: TcpEvent, segmentOf: (id: number) => Segment | undefined): string {
  const segment = (id: number) => {
    const found = segmentOf(id);
    return found ? spoken(found) : `segment ${id}`;
  };
  switch (fact.kind) {
    case 'segment-sent':
      return `${The[fact.side]} sends ${segment(fact.segment)}.`;
    case 'segment-arrived':
      return `At the ${fact.side} arrives ${segment(fact.segment)}.`;
    case 'segment-lost':
      return `${fact.by === 'learner' ? 'You lose' : 'The network loses'} ${segment(fact.segment)}.`;
    case 'segment-duplicated':
      return `The network copies ${segment(fact.segment)}.`;
    case 'segment-delayed':
      return `${segment(fact.segment)} will arrive at ${seconds(fact.until)}.`;
    case 'segment-corrupted':
      return `A bit of ${segment(fact.segment)} is turned over.`;
    case 'segment-refused':
      return `${The[fact.side]} does not take ${segment(fact.segment)}: its bytes are not right.`;
    case 'retransmitted':
      return `This is repetition ${fact.attempt}.`;
    case 'state-changed':
      return `${The[fact.side]}: ${fact.from} → ${fact.to}.`;
    case 'variable-changed':
      return `${The[fact.side]}: ${fact.name} ${fact.was ?? '–'} → ${fact.is ?? '–'}.`;
    case 'timer-started':
      return `${The[fact.side]} starts its ${timers[fact.timer]}, due at ${seconds(fact.due)}.`;
    case 'timer-stopped':
      return `${The[fact.side]} stops its ${timers[fact.timer]}.`;
    case 'timer-expired':
      return `${The[fact.side]}'s ${timers[fact.timer]} runs out.`;
    case 'data-delivered':
      return `${The[fact.side]}'s application reads ${bytes(fact.bytes.length)}.`;
    case 'notified':
      return `${The[fact.side]}'s application is told: ${notices[fact.notice]}.`;
    case 'time-passed':
      return `Time: ${seconds(fact.to)}.`;
    case 'why':
      return why(fact.why);
    default:
      return assertNever(fact);
  }
}

/** `SYN ACK, seq 7654321, ack 1234568` */
function spoken(segment: Segment): string {
  if (segment.protocol === 'udp') return `a datagram, ${bytes(segment.text.length)}`;
  const parts = [named(segment.flags), `seq ${segment.seq}`];
  if (segment.flags.includes('ACK')) parts.push(`ack ${segment.ack}`);
  if (segment.text.length > 0) parts.push(bytes(segment.text.length));
  return parts.join(', ');
}

function goal(wanted: TcpGoal): string {
  switch (wanted.kind) {
    case 'in-state':
      return `The ${wanted.side} is in ${wanted.state}`;
    case 'passed-through':
      return `The ${wanted.side} has been in ${wanted.state}`;
    case 'received':
      return `The ${wanted.side}'s application has read “${wanted.text}”`;
    case 'received-after-close':
      return `The ${wanted.side} has received data after it closed its own direction`;
    case 'closed-cleanly':
      return 'Both sides are CLOSED, both FINs were acknowledged, and no RST was needed';
    case 'closed-with':
      return `Closing took ${wanted.segments} segments`;
    case 'segment-lost':
      return wanted.flags.includes('PSH')
        ? `A piece of data from the ${wanted.from} was lost`
        : `A ${named(wanted.flags)} of the ${wanted.from} was lost`;
    case 'last-ack-lost':
      return 'The acknowledgement of the second FIN was lost';
    case 'retransmitted':
      return wanted.flag === 'PSH'
        ? `The ${wanted.from} has sent a piece of data again`
        : `The ${wanted.from} has repeated a ${wanted.flag}`;
    case 'notified':
      return `The ${wanted.side}'s application was told: ${notices[wanted.notice]}`;
    case 'received-bytes':
      return `The ${wanted.side}'s application has read the bytes ${wanted.hex}`;
    case 'checksum-refused':
      return `The ${wanted.side} has dropped a segment because of its checksum`;
    case 'checksum-passed':
      return `A ${named(wanted.flags)} that you built${wanted.byHand ? ', with a checksum you worked out,' : ''} passed the sum at the ${wanted.side}`;
    case 'window-scaled':
      return 'Both sides have agreed on scaled windows';
    case 'zero-window-probed':
      return `The ${wanted.from} has probed a closed window`;
    case 'fast-retransmitted':
      return `The ${wanted.from} has repeated a segment without waiting for its timer`;
    case 'cookie-accepted':
      return `The ${wanted.side} has opened a connection from a SYN cookie`;
    case 'opened-at-once':
      return 'Both sides opened at once: each had sent its SYN before it heard the other’s';
    case 'closed-at-once':
      return 'Both sides closed at once: each had sent its FIN before it heard the other’s';
    case 'segments-at-most':
      return `At most ${wanted.segments} segments were sent`;
    default:
      return assertNever(wanted);
  }
}

const deadEnds: Record<TcpDeadEnd, string> = {
  'too-many-segments': 'More segments have been sent than the goal allows.',
  'reset-sent': 'A reset was sent, and a clean close has none.',
  'other-text': 'Other text has arrived than the goal asks for.',
  'peer-has-closed': 'The other side has closed its direction: nothing more can come from it.',
  'connection-over': 'The connection is over, and the goal was not reached in it.',
};

const landmarks: Record<TcpLandmark, string> = {
  'nothing-yet': 'nothing has been sent',
  listening: 'one side listens',
  opening: 'the handshake is under way',
  'half-open': 'only one side believes in the connection',
  open: 'the connection is open',
  'half-closed': 'one direction is closed',
  closing: 'the connection is closing',
  'time-wait': 'one side is in TIME-WAIT',
  refused: 'the connection was refused',
  reset: 'the connection was reset',
  'gave-up': 'one side gave up',
  closed: 'the connection is closed',
};

const sideNames: Record<Side, string> = { client: 'client', server: 'server' };

/** What happens in the TCP lab, said in sentences. */
export const tcp = { sideNames, notices, timers, why, event, spoken, goal, deadEnds, landmarks };
