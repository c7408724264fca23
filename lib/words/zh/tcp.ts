import { assertNever } from '@/lib/assert-never';
import type { TcpEvent } from '@/lib/labs/tcp/event';
import type { TcpGoal } from '@/lib/labs/tcp/goal';
import type { Flag, Segment } from '@/lib/labs/tcp/segment';
import type { Call, CallError, LostOption, Why } from '@/lib/labs/tcp/why';
import type { tcp as en } from '@/lib/words/en/tcp';

const name = { client: '客户端', server: '服务器' } as const;
const other = { client: '服务器', server: '客户端' } as const;

const bytes = (count: number) => `${count}字节`;
const seconds = (ms: number) => (ms < 1_000 ? `${ms}毫秒` : `${ms / 1_000}秒`);
const hex = (word: number) => word.toString(16).padStart(4, '0');
const named = (flags: readonly Flag[]) => flags.filter((flag) => flag !== 'PSH').join(' ') || '报文段';

const calls: Record<Call, string> = {
  listen: '监听',
  open: '打开连接',
  send: '发送',
  receive: '读取',
  close: '关闭',
  abort: '中止',
  status: '查询状态',
};

const callErrors: Record<CallError, string> = {
  'already-exists': '它已经有一个连接了',
  'does-not-exist': '它还没有连接',
  closing: '它已经说过自己发完了',
  'nothing-to-read': '到的数据都读过了',
  'remote-unspecified': '它还在监听，不知道要发给谁',
  'no-connections': 'UDP没有连接，没有什么可打开、关闭或查询',
  'too-long': '这里一个数据报最多装1472字节，而UDP不会替你拆开',
};

const notices: (typeof en)['notices'] = {
  'connection-refused': '连接被拒绝',
  'connection-reset': '连接被复位',
  'connection-closing': '对方已发完',
  'gave-up': '连接超时',
  'user-timeout': '用户超时，连接中止',
};

const timers: (typeof en)['timers'] = {
  retransmission: '重传定时器',
  'time-wait': 'TIME-WAIT定时器',
  'delayed-ack': '延迟确认定时器',
  override: '小报文段定时器',
  'syn-queue': '半连接定时器',
  user: '用户超时定时器',
};

function why(fact: Why): string {
  switch (fact.code) {
    case 'listens':
      return `${name[fact.side]}等着别人来连。它什么也没发：被动打开是不出声的。`;
    case 'syn-sent':
      return `${name[fact.side]}从${fact.iss}开始数，用SYN告诉对方。SYN自己占掉这个号，下一个是${fact.iss + 1}。`;
    case 'syn-arrived':
      return `SYN没带数据，却占了${fact.seq}这个号，所以${name[fact.side]}接下来等${fact.ack}。它在同一个报文段里确认这一点，并报出自己的起点${fact.iss}。`;
    case 'syn-again':
      return `同一个SYN又来了，准是回答丢了。${name[fact.side]}用同一个号${fact.iss}再答一遍。`;
    case 'syn-ack-arrived':
      return `SYN没带数据，却也占了一个号，所以${name[fact.side]}接下来等${fact.ack}。自己的SYN也得到了确认：在${name[fact.side]}这边，连接已经打开。`;
    case 'both-opened':
      return `等的是回答，来的却是SYN：双方同时在打开。${name[fact.side]}确认${fact.ack}，顺带把自己的SYN再说一遍。`;
    case 'syn-acknowledged':
      return `${fact.ack}确认了${name[fact.side]}的SYN。${name[fact.side]}这才知道自己的起点已经送到，连接在它这边也打开了。`;
    case 'text-sent':
      return `${bytes(fact.bytes)}从${fact.seq}起编号。SND.NXT移到${fact.next}；SND.UNA要等到确认才动。`;
    case 'text-queued':
      return `${bytes(fact.bytes)}先等着${waiting(fact)}`;
    case 'text-arrived':
      return `${bytes(fact.bytes)}按顺序到了，${name[fact.side]}接下来等${fact.ack}，也就是最后一个字节的下一个号。`;
    case 'text-discarded':
      return fact.because === 'buffer-full'
        ? `${name[fact.side]}的缓冲区放不下这些数据，只能等对方再发一次。`
        : `${other[fact.side]}已经说过发完了，之后来的数据不收。`;
    case 'text-acknowledged':
      return fact.outstanding === 0
        ? `${fact.ack}之前的都到了：SND.UNA追上SND.NXT，没有什么需要重发。`
        : `${fact.ack}之前的都到了。还没有回音的：${bytes(fact.outstanding)}。`;
    case 'duplicate-ack':
      return `第${fact.count}个重复确认：又是${fact.ack}，而${name[fact.side]}发出的不止这些。后面准有什么已经到了。`;
    case 'fast-retransmitted':
      return `三个重复确认说明丢了一段，${name[fact.side]}不等定时器，马上重发${fact.seq}。ssthresh降到在途数据的一半，即${fact.ssthresh}；cwnd是${fact.cwnd}。`;
    case 'partly-recovered':
      return `确认进到${fact.ack}，但还没到${fact.recover}：另有一段也丢了，跟着重发。`;
    case 'recovered':
      return `发现丢失时在途的数据，到${fact.ack}全都确认了。快速恢复结束，cwnd是${fact.cwnd}。`;
    case 'ack-too-old':
      return `${fact.ack}太旧了，比任何一次窗口够得着的都早（SND.UNA是${fact.una}）：这是猜的，不是回答。${name[fact.side]}反问一句。`;
    case 'wrapped':
      return fact.answered
        ? `号码对得上，可这个报文段的时钟是${fact.value}，先前已听到${fact.recent}：它是旧的。${name[fact.side]}不收。`
        : `这个报文段的时钟是${fact.value}，先前已听到${fact.recent}：它是旧的。不到半秒前${name[fact.side]}刚答过一个这样的，这次不作声，免得双方没完没了地互相回答。`;
    case 'timestamp-missing':
      return `双方说好了用时间戳，这个报文段却没有。${name[fact.side]}不声不响地丢掉它。`;
    case 'override':
      return fact.bytes === 0
        ? `${name[fact.side]}等更宽的窗口等了半秒，还是放不下。`
        : `${name[fact.side]}等更宽的窗口等了半秒，现在还是从${fact.seq}起发出${bytes(fact.bytes)}。`;
    case 'user-timeout':
      return `${seconds(fact.waited)}没有确认，超过了用户定的时限。${name[fact.side]}放弃这个连接。`;
    case 'status':
      return `${name[fact.side]}处于${fact.state}。问一问，什么也不变。`;
    case 'syn-kept':
      return `${name[fact.side]}报出自己的起点${fact.iss}，并记下这个半连接：${fact.backlog}个位子占了${fact.count}个。它继续监听。`;
    case 'syn-dropped':
      return `${fact.backlog}个位子都被半连接占着。${name[fact.side]}悄悄丢掉这个SYN；真心要连的会再试。`;
    case 'syn-ack-repeated':
      return `有${fact.count}个半连接没有按时确认，重发SYN-ACK。`;
    case 'half-open-forgotten':
      return `有${fact.count}个半连接始终没有确认。${name[fact.side]}忘掉它们，位子空了出来。`;
    case 'half-open-reset':
      return `对方用RST收回了请求。还剩${fact.count}个半连接。`;
    case 'cookie-sent':
      return `${name[fact.side]}什么也不记。它的起点${fact.iss}是一个cookie：谁能把它还回来，谁就真的听到了回答。里面装着报文段长度${fact.mss}${lostInCookie(fact.lost)}`;
    case 'cookie-accepted':
      return `确认还回了cookie，而且是真的：${name[fact.side]}凭它重建连接，报文段长度是${fact.mss}字节${lostInCookie(fact.lost)}`;
    case 'flooded':
      return `攻击者向${name[fact.side]}发出${fact.count}个SYN，源地址那里都没有人会回答。`;
    case 'forged':
      return `有人冒充${other[fact.side]}，向${name[fact.side]}发出${named(fact.flags)}，号码是${fact.seq}。`;
    case 'crafted':
      return fact.checksum === null
        ? `一个手工拼出的报文段正发往${name[fact.side]}：${named(fact.flags)}，号是${fact.seq}，校验和是算好的。`
        : `一个手工拼出的报文段正发往${name[fact.side]}：${named(fact.flags)}，号是${fact.seq}，校验和照你写的填${hex(fact.checksum)}。`;
    case 'corrupted':
      return fact.bit === null
        ? `路上，第${fact.byte}字节的八位全被翻转。报文段到达、求和之前，谁也不会发现。`
        : `路上，第${fact.byte}字节有一位被翻转。报文段到达、求和之前，谁也不会发现。`;
    case 'no-such-byte':
      return `这个报文段共${bytes(fact.length)}，从0数起，没有第${fact.byte}字节。`;
    case 'checksum-refused':
      return `校验和写着${hex(fact.found)}，按收到的字节算却该是${hex(fact.right)}。${name[fact.side]}一声不响地丢掉它：每个字节都可能是错的，连该告诉谁都说不准。`;
    case 'bytes-refused':
      return bytesRefused(fact);
    case 'stranger-ignored':
      return `来的地址或端口不是${other[fact.side]}的。这个实验里${name[fact.side]}只容得下一个连接，对它不予理会。`;
    case 'came-again':
      return `走失的一份副本又冒了出来。它所属的连接也许早已结束。`;
    case 'nobody-there':
      return `它去的地址那里没有人：不会有任何回音。`;
    case 'not-over-udp':
      return `实验现在用的是UDP：没有连接，也就无从这样攻击。`;
    case 'datagram-sent':
      return `${bytes(fact.bytes)}装进一个数据报发出。没有编号，也不留底：丢了，谁也不会知道。`;
    case 'datagram-arrived':
      return `${bytes(fact.bytes)}到了，原样交给应用。不作回答，也不管有没有缺、是不是来过。`;
    case 'datagram-dropped':
      return `${name[fact.side]}的缓冲区放不下${bytes(fact.bytes)}。数据报被丢弃，发送方听不到任何消息。`;
    case 'ahead-of-turn':
      return `${fact.seq}来早了：${name[fact.side]}还在等${fact.expected}。早到的先留着，再说一遍自己在等哪个号。`;
    case 'not-acceptable':
      return `${fact.seq}不在从${fact.expected}开始的窗口里。${name[fact.side]}不收，只告诉对方自己在等哪个号。`;
    case 'old-duplicate':
      return `从${fact.seq}起的内容早就到过：${name[fact.side]}已经在等${fact.expected}了。同样的东西不收两次，只把确认再说一遍。`;
    case 'repeated-ack':
      return `${fact.ack}之前已经确认过，什么也不变。`;
    case 'acks-the-unsent':
      return `${fact.ack}确认的是${name[fact.side]}还没发的东西：它才发到${fact.next}。`;
    case 'window-opened':
      return `${other[fact.side]}又有地方了：窗口是${bytes(fact.wnd)}。`;
    case 'fin-sent':
      return fact.withAckOfFin
        ? `${name[fact.side]}也发完了。它的FIN占用${fact.seq}，还捎上了欠着的那个确认：两个报文段并成一个。`
        : `${name[fact.side]}没有要发的了。它的FIN占用${fact.seq}；它仍然可以接收。`;
    case 'fin-queued':
      return fact.because === 'text' ? `FIN要排在还没发完的数据后面。` : `FIN要等连接打开、数据发完之后才发。`;
    case 'fin-arrived':
      return finArrived(fact);
    case 'fin-again':
      return `同一个FIN又来了：最后那个ACK准是丢了。${name[fact.side]}再确认一次${fact.ack}，并重新开始等待。TIME-WAIT就是为此而设的。`;
    case 'fin-acknowledged':
      return finAcknowledged(fact);
    case 'time-wait-over':
      return `${seconds(fact.waited)}过去了，这是报文段最长寿命的两倍。这个连接不会再有旧报文段在路上，${name[fact.side]}可以忘掉它了。`;
    case 'retransmitted':
      return `到时间还没有回音，${name[fact.side]}用同一个号${fact.seq}再发一次${named(fact.flags)}。这回要等${seconds(fact.rto)}，是原来的两倍。`;
    case 'probed':
      return `窗口关着，路上也没有能带来消息的报文段。${name[fact.side]}还是发出${fact.seq}：对方的回答会带着窗口。`;
    case 'gave-up':
      return `重发${fact.retransmissions}次都没有回音，${name[fact.side]}放弃了。对方不会得到通知：反正什么也送不到。`;
    case 'ack-sent-late':
      return `没有等到可以同行的数据，对${fact.ack}之前内容的确认只好单独上路。`;
    case 'refused':
      return fact.flags.includes('SYN') && !fact.flags.includes('ACK')
        ? `这个端口没有人监听。${name[fact.side]}用RST说明，并确认那个SYN，让发送方知道指的是哪一个。`
        : `${name[fact.side]}没有与之对应的连接，于是回答RST。`;
    case 'old-syn-refused':
      return `${fact.ack}确认的不是${name[fact.side]}这次发出的东西。它回答RST：那是过去的问题。`;
    case 'connection-refused':
      return `RST确认的正是刚发出的SYN：那边没有人监听。${name[fact.side]}立刻放弃。`;
    case 'connection-reset':
      return fact.to === 'LISTEN'
        ? `RST收回了这次请求。${name[fact.side]}继续监听，就像没人来过。`
        : `RST带的正好是等着的那个号，可信：对${name[fact.side]}来说，连接没有了。`;
    case 'reset-ignored':
      return resetIgnored(fact);
    case 'reset-challenged':
      return `RST的号是${fact.seq}，而等的是${fact.expected}。这样的号谁都可能猜中，所以${name[fact.side]}不信，先反问一句（质询ACK）。`;
    case 'syn-challenged':
      return `连接进行到一半，来了一个SYN。${name[fact.side]}反问一句：对方要是真的重新开始了，会回答RST。`;
    case 'ignored':
      return `在这个状态下，它对${name[fact.side]}没有用处，不作反应。`;
    case 'closed-before-open':
      return `还没有连接，也就无从告别。${name[fact.side]}直接变为CLOSED。`;
    case 'aborted':
      return fact.reset
        ? `${name[fact.side]}直接中断：发RST，不等任何确认。`
        : `${name[fact.side]}忘掉这个连接。没有谁还需要知道。`;
    case 'read':
      return `应用取走${bytes(fact.bytes)}。现在它给出的窗口是${bytes(fact.wnd)}。`;
    case 'call-failed':
      return `${name[fact.side]}不能${calls[fact.call]}：${callErrors[fact.error]}。`;
    case 'lost':
      return `${named(fact.flags)}丢了。${name[fact.from]}并不知道：它只会发现没有回音。`;
    case 'duplicated':
      return `现在同一个报文段在网络里有两份。`;
    case 'delayed':
      return `这个报文段被耽搁了。它可能被别的超过，也可能在没人等它的时候才到。`;
    case 'not-under-way':
      return `这个报文段已经不在路上了。`;
    case 'nothing-due':
      return `路上没有报文段，也没有定时器在走：谁都不动，就什么也不会发生。`;
    case 'waited':
      return `过了${seconds(fact.ms)}，没有什么到期。`;
    case 'wait-cut-short':
      return `发生的事太多，等到${seconds(fact.ms)}就先停下。`;
    default:
      return assertNever(fact);
  }
}

function waiting({ side, because }: Extract<Why, { code: 'text-queued' }>): string {
  switch (because) {
    case 'window':
      return `：${other[side]}的窗口现在放不下。`;
    case 'congestion':
      return `：在途的数据已经到了拥塞窗口的上限，每来一个确认才能再发一些。`;
    case 'nagle':
      return `：还有数据没确认时，不发小报文段（Nagle算法）。`;
    case 'silly-window':
      return `：窗口只剩一点点，${name[side]}稍等一下，看会不会变宽。`;
    case 'not-open-yet':
      return `，连接打开后再发。`;
    default:
      return assertNever(because);
  }
}

const lostOptions: Record<LostOption, string> = {
  'window-scale': '窗口扩大',
  sack: '选择确认',
  mss: '确切的报文段长度',
};

function lostInCookie(lost: readonly LostOption[]): string {
  if (lost.length === 0) return '。';
  return `；装不下的有：${lost.map((option) => lostOptions[option]).join('、')}。`;
}

function finArrived(fact: Extract<Why, { code: 'fin-arrived' }>): string {
  const answer = fact.answered
    ? `${name[fact.side]}确认${fact.ack}：FIN也占一个号。`
    : `${name[fact.side]}欠着对${fact.ack}的确认，可以稍等一下，看有没有能同行的。`;
  switch (fact.to) {
    case 'CLOSE-WAIT':
      return `${other[fact.side]}发完了。${answer}它自己这个方向还开着，直到应用来关。`;
    case 'LAST-ACK':
      return `${other[fact.side]}发完了。${answer}应用早已要求关闭，所以它的FIN也一并发出。`;
    case 'CLOSING':
      return `来的是FIN，却不是对自己那个FIN的回答：双方同时在关闭。${answer}`;
    default:
      return fact.ackedOurFin
        ? `一个报文段办了两件事：确认${name[fact.side]}的FIN，又带来对方的FIN。${answer}课本上要四个报文段，这次三个就够了。`
        : `两个方向都关上了。${answer}它留在TIME-WAIT，以防最后这个ACK丢掉。`;
  }
}

function finAcknowledged(fact: Extract<Why, { code: 'fin-acknowledged' }>): string {
  switch (fact.to) {
    case 'FIN-WAIT-2':
      return `${fact.ack}确认了${name[fact.side]}的FIN。连接关了一半，${name[fact.side]}等着对方的FIN。`;
    case 'TIME-WAIT':
      return `${fact.ack}确认了${name[fact.side]}的FIN，对方的FIN也早就到了。它留在TIME-WAIT，以防自己的ACK丢掉。`;
    default:
      return `${fact.ack}确认了最后一个FIN。${name[fact.side]}不必再等：它知道对方已经知道。`;
  }
}

function bytesRefused({ side, because }: Extract<Why, { code: 'bytes-refused' }>): string {
  switch (because) {
    case 'ip-header':
      return `IP首部的和不对，${name[side]}在TCP看到之前就把分组丢了。`;
    case 'checksum':
      return `校验和或长度不对，${name[side]}一声不响地丢掉它。`;
    case 'malformed':
      return `校验和是对的，里面却有一个不可能的长度。${name[side]}丢掉它。`;
    default:
      return assertNever(because);
  }
}

function resetIgnored(fact: Extract<Why, { code: 'reset-ignored' }>): string {
  switch (fact.because) {
    case 'closed':
      return `这里没有连接可复位，RST不起作用。`;
    case 'listening':
      return `${name[fact.side]}还没听到任何可以收回的东西，RST不起作用。`;
    case 'not-ours':
      return `这个RST回答的不是刚发出的SYN，${name[fact.side]}不理它。`;
    case 'outside-window':
      return `这个RST的号在窗口之外，${name[fact.side]}不理它。`;
    default:
      return assertNever(fact.because);
  }
}

function event(fact: TcpEvent, segmentOf: (id: number) => Segment | undefined): string {
  const segment = (id: number) => {
    const found = segmentOf(id);
    return found ? spoken(found) : `报文段${id}`;
  };
  switch (fact.kind) {
    case 'segment-sent':
      return `${name[fact.side]}发出：${segment(fact.segment)}。`;
    case 'segment-arrived':
      return `${name[fact.side]}收到：${segment(fact.segment)}。`;
    case 'segment-lost':
      return `${fact.by === 'learner' ? '你让它丢失' : '网络丢失'}：${segment(fact.segment)}。`;
    case 'segment-duplicated':
      return `网络复制了：${segment(fact.segment)}。`;
    case 'segment-delayed':
      return `${segment(fact.segment)}要到${seconds(fact.until)}才到。`;
    case 'segment-corrupted':
      return `有一位被翻转：${segment(fact.segment)}。`;
    case 'segment-refused':
      return `${name[fact.side]}不收，因为字节不对：${segment(fact.segment)}。`;
    case 'retransmitted':
      return `这是第${fact.attempt}次重发。`;
    case 'state-changed':
      return `${name[fact.side]}：${fact.from} → ${fact.to}。`;
    case 'variable-changed':
      return `${name[fact.side]}：${fact.name} ${fact.was ?? '–'} → ${fact.is ?? '–'}。`;
    case 'timer-started':
      return `${name[fact.side]}启动${timers[fact.timer]}，${seconds(fact.due)}到期。`;
    case 'timer-stopped':
      return `${name[fact.side]}停掉${timers[fact.timer]}。`;
    case 'timer-expired':
      return `${name[fact.side]}的${timers[fact.timer]}到期。`;
    case 'data-delivered':
      return `${name[fact.side]}的应用读到${bytes(fact.bytes.length)}。`;
    case 'notified':
      return `${name[fact.side]}的应用得知：${notices[fact.notice]}。`;
    case 'time-passed':
      return `时间：${seconds(fact.to)}。`;
    case 'why':
      return why(fact.why);
    default:
      return assertNever(fact);
  }
}

function spoken(segment: Segment): string {
  if (segment.protocol === 'udp') return `数据报，${bytes(segment.text.length)}`;
  const parts = [named(segment.flags), `seq ${segment.seq}`];
  if (segment.flags.includes('ACK')) parts.push(`ack ${segment.ack}`);
  if (segment.text.length > 0) parts.push(bytes(segment.text.length));
  return parts.join('，');
}

function goal(wanted: TcpGoal): string {
  switch (wanted.kind) {
    case 'in-state':
      return `${name[wanted.side]}处于${wanted.state}`;
    case 'passed-through':
      return `${name[wanted.side]}经过了${wanted.state}`;
    case 'received':
      return `${name[wanted.side]}的应用读到“${wanted.text}”`;
    case 'received-after-close':
      return `${name[wanted.side]}关闭自己的方向之后，还收到了数据`;
    case 'closed-cleanly':
      return '双方都是CLOSED，两个FIN都得到确认，没有用到RST';
    case 'closed-with':
      return `关闭连接用了${wanted.segments}个报文段`;
    case 'segment-lost':
      return wanted.flags.includes('PSH')
        ? `${name[wanted.from]}的一段数据丢了`
        : `${name[wanted.from]}的一个${named(wanted.flags)}丢了`;
    case 'last-ack-lost':
      return '对第二个FIN的确认丢了';
    case 'retransmitted':
      return wanted.flag === 'PSH'
        ? `${name[wanted.from]}重发过一段数据`
        : `${name[wanted.from]}重发过一个带${wanted.flag}的报文段`;
    case 'notified':
      return `${name[wanted.side]}的应用得知：${notices[wanted.notice]}`;
    case 'received-bytes':
      return `${name[wanted.side]}的应用读到这些字节：${wanted.hex}`;
    case 'checksum-refused':
      return `${name[wanted.side]}因为校验和不对，丢掉了一个报文段`;
    case 'checksum-passed':
      return `你拼出的${named(wanted.flags)}${wanted.byHand ? '带着你算的校验和，' : ''}通过了${name[wanted.side]}的求和`;
    case 'window-scaled':
      return '双方约定了窗口扩大';
    case 'zero-window-probed':
      return `窗口关着时，${name[wanted.from]}探问过`;
    case 'fast-retransmitted':
      return `${name[wanted.from]}没等定时器到期，就重发过一个报文段`;
    case 'cookie-accepted':
      return `${name[wanted.side]}凭SYN cookie建立过连接`;
    case 'opened-at-once':
      return '双方同时打开：各自发出SYN时，都还没听到对方的';
    case 'closed-at-once':
      return '双方同时关闭：各自发出FIN时，都还没听到对方的';
    case 'segments-at-most':
      return `发出的报文段不超过${wanted.segments}个`;
    default:
      return assertNever(wanted);
  }
}

const deadEnds: (typeof en)['deadEnds'] = {
  'too-many-segments': '发出的报文段已经超过目标允许的数目。',
  'reset-sent': '已经发过RST，而正常的关闭里没有它。',
  'other-text': '到达的内容和目标要求的不一样。',
  'peer-has-closed': '对方已经关闭了它的方向，不会再有数据来。',
  'connection-over': '连接已经结束，目标没有达到。',
};

const landmarks: (typeof en)['landmarks'] = {
  'nothing-yet': '什么都还没发',
  listening: '一方在监听',
  opening: '正在握手',
  'half-open': '只有一方以为连接还在',
  open: '连接已打开',
  'half-closed': '一个方向已关闭',
  closing: '正在关闭',
  'time-wait': '一方处于TIME-WAIT',
  refused: '连接被拒绝',
  reset: '连接被复位',
  'gave-up': '一方放弃了',
  closed: '连接已关闭',
};

/** TCP实验里发生的事，说成句子。 */
export const tcp: typeof en = {
  sideNames: name,
  notices,
  timers,
  why,
  event,
  spoken,
  goal,
  deadEnds,
  landmarks,
};
