import type { pointing as en } from '../en/pointing';

export const pointing: typeof en = {
  pointAtBytes: '先选第一个字节，再选最后一个；也可以直接填编号',
  pointAtPlace: '选一个位置，在图上或在列表里选都行',
  bytes: '字节',
  firstByte: '第一个字节',
  lastByte: '最后一个字节',
  byte: (at: number, hex: string) => `第${at}字节：${hex}`,
  range: (from: number, to: number, hex: string) =>
    from === to ? `第${from}字节：${hex}` : `第${from}到第${to}字节：${hex}`,
  thenLast: '再选最后一个字节，或直接检查。',
  nothing: '还没有选。',
  places: '位置',
};
