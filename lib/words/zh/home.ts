import type { home as en } from '../en/home';

export const home: typeof en = {
  lede: '读懂网络怎样运转，再亲手操作：字节从线路上传过去，状态随之改变，丢掉哪个报文段由你决定。',
  client: '客户端',
  server: '服务器',
  picture:
    '三个报文段建立一条连接：客户端发出SYN，序列号1234567；服务器回SYN ACK，确认号1234568；客户端再确认7654322。',
  bytes: '1234567在线路上的样子',
  begin: '从这里开始',
  routes: () => '推荐路线',
  paths: '路径',
  noPaths: '这里还没有发布任何路径。',
  facts: '你会遇到什么',
  realTitle: '是算出来的，不是演出来的',
  real: '实验按标准运行协议。线路上传过的字节可以下载下来，用Wireshark打开。',
  freeTitle: '不用注册就能开始',
  free: '阅读和答题都不需要登录。以后在同一个浏览器里注册，做过的内容全部保留。',
  feedbackTitle: '反馈针对思路',
  feedback: '每次作答都会告诉你为什么对，或者漏想了什么，还可以再试。',
};
