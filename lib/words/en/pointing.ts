export const pointing = {
  pointAtBytes: 'Choose the first byte, then the last; or write their numbers',
  pointAtPlace: 'Choose a place, in the picture or in the list',
  bytes: 'Bytes',
  firstByte: 'First byte',
  lastByte: 'Last byte',
  byte: (at: number, hex: string) => `byte ${at}: ${hex}`,
  /** `hex`: what is in the range, "00 12 d6 87". */
  range: (from: number, to: number, hex: string) =>
    from === to ? `byte ${from}: ${hex}` : `bytes ${from} to ${to}: ${hex}`,
  thenLast: 'Now choose the last one, or check.',
  nothing: 'Nothing chosen yet.',
  places: 'Places',
};
