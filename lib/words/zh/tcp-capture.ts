import type { CaptureFault } from '@/lib/labs/capture/capture-file';
import type { Observation } from '@/lib/labs/capture/observations';
import type { tcpCapture as en } from '@/lib/words/en/tcp-capture';

const bytes = (count: number) => `${count}字节`;
const packets = (count: number) => `${count}个分组`;

function fault({ code, at, found }: CaptureFault): string {
  const where = `第${at}字节处：`;
  const number = found ?? 0;
  switch (code) {
    case 'not-a-capture':
      return `${where}开头不像pcap或pcapng文件。`;
    case 'cut':
      return `${where}文件在一个分组或一个首部的中间就断了。`;
    case 'packet-too-long':
      return `${where}有个分组自称${number}字节，文件里装不下。`;
    case 'block-length':
      return `${where}有个块自称${number}字节，块不可能是这个长度。`;
    case 'block-ends-differ':
      return `${where}块的结尾说是${number}字节，和开头说的不一样。`;
    case 'byte-order':
      return `${where}这一节没有说明字节的顺序。`;
    case 'no-such-interface':
      return `${where}有个分组属于接口${number}，文件里没有这个接口的说明。`;
    case 'too-many-interfaces':
      return `${where}文件描述的接口多过任何一台计算机。`;
  }
}

function saw(observation: Observation): string {
  switch (observation.code) {
    case 'asks':
      return '请求建立连接';
    case 'answers':
      return '同意';
    case 'confirms':
      return '确认';
    case 'sent-again':
      return '重传';
    case 'fills-gap':
      return '补上缺口';
    case 'gap-before':
      return `前面缺${bytes(observation.bytes)}`;
    case 'keep-alive':
      return '保活';
    case 'duplicate-ack':
      return `重复ACK，第${observation.count}个`;
    case 'window-closed':
      return '窗口关闭';
    case 'window-opened':
      return '窗口重新打开';
    case 'closes':
      return '没有更多要发的';
    case 'resets':
      return '中断连接';
  }
}

const fields: typeof en.fields = {
  'ip.options': 'IP选项',
  'ip6.version': 'IP版本',
  'ip6.traffic-class': '流量类别',
  'ip6.flow-label': '流标签',
  'ip6.length': '载荷长度',
  'ip6.next-header': '下一个首部',
  'ip6.hop-limit': '跳数限制',
  'ip6.source': '源地址',
  'ip6.destination': '目的地址',
  'ip6.extensions': '扩展首部',
  'frame.padding': '填充',
};

const meanings: typeof en.meanings = {
  headerLength: (words) => `${words}个32位字：IP首部就这么长。`,
  reserved: (value) => (value === 0 ? '留给以后用；这里是零。' : `${value}：本来留空的几位。`),
  identification: '这是哪个分组；万一路由器要把它切开，就靠它认出来。',
  dontFragment: (isSet) => (isSet ? '不许分片：哪个路由器过不去，就把它丢掉，并通知发送方。' : '路由器可以把它切开。'),
  fragmentOffset: '这一片在原来的哪里，以八字节为单位；0就是开头。',
  window: (value, wnd) =>
    value === wnd
      ? `从确认号起，发出它的一方还装得下${bytes(wnd)}。`
      : `${value}，按它自己在SYN里报的位数左移：发出它的一方还装得下${bytes(wnd)}。`,
  padding: (count) => `分组后面的${bytes(count)}，用来把帧填满。`,
  notAll: (kept, all) => `数据共${bytes(all)}，抓包只留下了${kept}字节。`,
};

export const tcpCapture: typeof en = {
  title: '你自己抓的包',
  lede: '选一个pcap或pcapng文件，或者把它拖到这里。文件在这个浏览器里读，留在你的设备上，不会上传。',
  choose: '抓包文件',
  drop: '或者把文件拖到这里',
  reading: (name) => `正在读${name}……`,
  noScript: '读文件需要JavaScript。',
  failed: '读抓包的程序没能加载。请检查网络，再选一次文件。',
  tooSlow: '读这个文件超过了十秒，已经停止。页面的其他部分不受影响。',
  broken: '这个文件读不了。页面的其他部分不受影响。',
  fault,
  faultAfter: (count) => (count === 0 ? '在它之前什么也没读到。' : `它前面的${packets(count)}照样显示。`),
  region: (name) => `抓包${name}`,
  packets,
  hasMore: (count) => `文件里还有更多，这里显示前${packets(count)}。`,
  others: (count) => `有${packets(count)}既不是TCP也不是UDP，或者被截得太短，没有画出来。`,
  noConversations: '读到的内容里没有TCP，也没有UDP。',
  conversations: '会话',
  columns: { which: '客户端和服务器', protocol: '协议', began: '开始于', packets: '分组', bytes: '数据' },
  conversation: (client, server) => `${client} → ${server}`,
  conversationsShown: (from, to, of) => `第${from}到${to}个，共${of}个`,
  bytes,
  packetsOf: '这个会话的分组',
  packetsShown: (from, to, of) => `第${from}到${to}个分组，共${of}个`,
  reckoned: (toClient, toServer) =>
    `抓包只知道什么时候看到一个分组，不知道它何时发出、何时到达。从最快的回答看，抓包处离客户端${toClient}，离服务器${toServer}；其他时间由此推算，状态由报文段推出。`,
  unreckoned:
    '抓包只知道什么时候看到一个分组，不知道它何时发出、何时到达。这里没有看到回答，每个分组就画在那一个时间上。',
  fromZero: '从每一方的第一个序列号数起',
  wholeNumber: (number) => `文件里的第${number}个分组`,
  whichPacket: '看哪个分组的字节',
  packetName: (number, what, from) => `${number} · ${what}，${from}发出`,
  notKept: '抓包没有留下它的字节。',
  saw,
  fields,
  meanings,
};
