import type { httpField as english } from '@/lib/words/en/http-field';

/** 报文的各部分：名字和用处。 */
const parts: Readonly<Record<string, readonly [name: string, why: string]>> = {
  'http.leading': ['前面的空行', '有些老客户端会多发一个，服务器可以不理会'],
  'http.start-line': ['起始行', '要做什么，或者结果如何'],
  'http.method': ['方法', '对目标做什么'],
  'http.target': ['请求目标', '针对的是什么'],
  'http.version': ['版本', '报文按哪套规则读'],
  'http.status': ['状态码', '请求的结果；第一位是类别'],
  'http.reason': ['原因短语', '写给人看，程序只读状态码'],
  'http.space': ['空格', ''],
  'http.line-end': ['行尾', 'CR和LF'],
  'http.field-line': ['字段行', ''],
  'http.field-name': ['字段名', '大小写没有区别'],
  'http.colon': ['冒号', '前面不许有空格'],
  'http.field-value': ['字段值', ''],
  'http.obs-fold': ['折行', '已废除：两个读取器可能读出两种意思'],
  'http.empty-line': ['空行', '头部到这里结束'],
  'http.content': ['内容', ''],
  'http.chunk': ['分块', '长度、行尾、数据、行尾'],
  'http.last-chunk': ['最后一块', '长度是0：内容结束'],
  'http.chunk-size': ['分块长度', '十六进制，只算数据'],
  'http.chunk-extension': ['分块扩展', '不认识就不理会'],
  'http.chunk-data': ['分块数据', ''],
  'http.trailer-line': ['尾部字段行', ''],
  'http.trailer-name': ['尾部字段名', '内容发完才知道的字段'],
  'http.trailer-value': ['尾部字段值', ''],
  'http.body-end': ['空行', '报文到这里结束'],
  'http.line': ['行', ''],
  'http.unread': ['没有读', '在错误之后，或在报文之后'],
};

export const httpField: typeof english = {
  name: (field) => parts[field]?.[0] ?? field,
  why: (field) => parts[field]?.[1] ?? '',
};
