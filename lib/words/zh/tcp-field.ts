import type { FieldName } from '@/lib/labs/tcp/field-name';
import { has, type Segment } from '@/lib/labs/tcp/segment';
import type { tcpField as en } from '@/lib/words/en/tcp-field';

const sides = { client: '客户端', server: '服务器' } as const;
const others = { client: '服务器', server: '客户端' } as const;

const names: (typeof en)['names'] = {
  'ip.version': 'IP版本',
  'ip.ihl': 'IP首部长度',
  'ip.dscp': '区分服务',
  'ip.ecn': '拥塞通知',
  'ip.length': '总长度',
  'ip.identification': '标识',
  'ip.flags': '分片标志',
  'ip.fragment-offset': '片偏移',
  'ip.ttl': '生存时间',
  'ip.protocol': '协议',
  'ip.checksum': 'IP首部校验和',
  'ip.source': '源地址',
  'ip.destination': '目的地址',
  'tcp.source-port': '源端口',
  'tcp.destination-port': '目的端口',
  'tcp.seq': '序列号',
  'tcp.ack': '确认号',
  'tcp.data-offset': '数据偏移',
  'tcp.reserved': '保留',
  'tcp.flag.CWR': '标志CWR',
  'tcp.flag.ECE': '标志ECE',
  'tcp.flag.URG': '标志URG',
  'tcp.flag.ACK': '标志ACK',
  'tcp.flag.PSH': '标志PSH',
  'tcp.flag.RST': '标志RST',
  'tcp.flag.SYN': '标志SYN',
  'tcp.flag.FIN': '标志FIN',
  'tcp.window': '窗口',
  'tcp.checksum': 'TCP校验和',
  'tcp.urgent-pointer': '紧急指针',
  'tcp.option.kind': '选项类型',
  'tcp.option.length': '选项长度',
  'tcp.option.mss': '最大报文段长度（MSS）',
  'tcp.option.window-scale': '窗口扩大因子',
  'tcp.option.ts-value': '时间戳（TSval）',
  'tcp.option.ts-echo': '时间戳回显（TSecr）',
  'tcp.option.sack-from': '块的起点',
  'tcp.option.sack-to': '块的终点（不含）',
  'tcp.option.filler': '填充',
  'tcp.option.contents': '选项内容',
  'tcp.text': '数据',
  'udp.source-port': '源端口',
  'udp.destination-port': '目的端口',
  'udp.length': '长度',
  'udp.checksum': 'UDP校验和',
  'udp.data': '数据',
};

const optionNames: Partial<Record<number, string>> = {
  2: '后面的选项是最大报文段长度',
  3: '后面的选项是窗口扩大因子',
  4: '允许选择确认',
  5: '后面是提前到达的数据块',
  8: '后面是时间戳',
};

const isSet = (segment: Segment, flag: 'URG' | 'ECE' | 'CWR') => (has(segment, flag) ? '已置位。' : '未置位。');

function meaning(field: FieldName, value: number | string, segment: Segment): string {
  const from = sides[segment.from];
  const to = others[segment.from];
  switch (field) {
    case 'ip.version':
      return '第4版网际协议。';
    case 'ip.ihl':
      return `${value}个四字节：IP首部长20字节，没有选项。`;
    case 'ip.dscp':
      return '0：不要求特殊对待。';
    case 'ip.ecn':
      return '0：两台主机不用拥塞通知。';
    case 'ip.length':
      return `从IP首部第一个字节到数据最后一个字节，共${value}字节。`;
    case 'ip.identification':
      return `${value}：比这台主机发的上一个分组大一。`;
    case 'ip.flags':
      return '不许分片：路由器若不能整个转发，就把它丢掉，并通知发送方。';
    case 'ip.fragment-offset':
      return '0：这是完整的分组，不是其中一片。';
    case 'ip.ttl':
      return `${value}：每过一个路由器减一，减到零就被丢弃。`;
    case 'ip.protocol':
      return value === 17 ? '17：IP首部后面是UDP。' : '6：IP首部后面是TCP。';
    case 'ip.checksum':
      return '只对IP首部计算；每个路由器都要检查并重算。';
    case 'ip.source':
      return `${value}，即${from}。`;
    case 'ip.destination':
      return `${value}，即${to}。`;
    case 'tcp.source-port':
      return `${value}：来自${from}的哪个程序。`;
    case 'tcp.destination-port':
      return `${value}：交给${to}的哪个程序。`;
    case 'tcp.seq':
      return seqMeaning(segment);
    case 'tcp.ack':
      return has(segment, 'ACK') ? `${value}：${from}接下来等的号，之前的都到了。` : '在这里没有意义：标志ACK未置位。';
    case 'tcp.data-offset':
      return `${value}个四字节：TCP首部有这么长，数据从这里之后开始。`;
    case 'tcp.reserved':
      return '留给将来，发送时填零。';
    case 'tcp.flag.CWR':
      return `${isSet(segment, 'CWR')}置位表示：我已经慢下来了。`;
    case 'tcp.flag.ECE':
      return `${isSet(segment, 'ECE')}置位表示：网络报告了拥塞。`;
    case 'tcp.flag.URG':
      return `${isSet(segment, 'URG')}置位时，紧急指针才有意义。`;
    case 'tcp.flag.ACK':
      return has(segment, 'ACK') ? '已置位：确认号有效。' : '未置位：还没有什么可确认。';
    case 'tcp.flag.PSH':
      return has(segment, 'PSH') ? '已置位：不必等更多数据，直接交给应用。' : '未置位。';
    case 'tcp.flag.RST':
      return has(segment, 'RST') ? '已置位：没有这个连接，或者它就此结束。' : '未置位。';
    case 'tcp.flag.SYN':
      return has(segment, 'SYN') ? '已置位：序列号就是发送方计数的起点。' : '未置位。';
    case 'tcp.flag.FIN':
      return has(segment, 'FIN') ? '已置位：发送方在此之后不再发数据。' : '未置位。';
    case 'tcp.window':
      return `${value}：从确认号起，${from}还放得下这么多字节。`;
    case 'tcp.checksum':
      return '对首部、数据和两个IP地址一起计算，送错主机也能发现。';
    case 'tcp.urgent-pointer':
      return '在这里没有意义：标志URG未置位。';
    case 'tcp.option.kind':
      return `${value}：${optionNames[Number(value)] ?? '这个实验不认识的选项'}。`;
    case 'tcp.option.length':
      return `${value}字节，包括说明自己的两个字节。`;
    case 'tcp.option.mss':
      return `一个报文段里，${from}最多收${value}字节数据。只有SYN可以带这个选项。`;
    case 'tcp.option.window-scale':
      return `从此${from}报的每个窗口都要乘以${2 ** Number(value)}（左移${value}位）；SYN自己的窗口不算。`;
    case 'tcp.option.ts-value':
      return `${value}：${from}的时钟现在的读数。`;
    case 'tcp.option.ts-echo':
      return has(segment, 'ACK')
        ? `${value}：所答报文段上对方时钟的读数。与现在相差多少，往返就用了多久。`
        : '还没有意义：还没听到对方的时钟。';
    case 'tcp.option.sack-from':
      return `${value}：从这里起，${from}已经有提前到达的数据。`;
    case 'tcp.option.sack-to':
      return `${value}：到这里为止，不含这个号。`;
    case 'tcp.option.filler':
      return value === 0 ? '0：选项到此为止。' : '1：填充，好让下一个选项从整字处开始。';
    case 'tcp.option.contents':
      return '选项的内容；这个实验不会读它。';
    case 'udp.source-port':
      return `${value}：来自${from}的哪个程序。`;
    case 'udp.destination-port':
      return `${value}：交给${to}的哪个程序。`;
    case 'udp.length':
      return `${value}字节：八字节首部，加上数据。`;
    case 'udp.checksum':
      return '对首部、数据和两个IP地址一起计算。不对就丢弃，谁也不通知。';
    case 'udp.data':
      return `交给应用的${segment.text.length}字节，没有编号。`;
    case 'tcp.text':
      return `交给应用的${segment.text.length}字节，从${segment.seq}起编号。`;
  }
}

function seqMeaning(segment: Segment): string {
  const from = sides[segment.from];
  if (has(segment, 'SYN')) return `${segment.seq}：${from}从这里开始数。SYN自己占这个号。`;
  if (segment.text.length > 0) return `${segment.seq}：这个报文段里第一个数据字节的号。`;
  if (has(segment, 'FIN')) return `${segment.seq}：FIN占的号。`;
  if (has(segment, 'RST')) return `${segment.seq}：这样选，接收方才会相信这个复位。`;
  return `${segment.seq}：下一个字节将用的号。这个报文段不占号。`;
}

/** TCP报文段及其IP首部的各个字段。 */
export const tcpField: typeof en = { names, meaning };
