/** What a reader takes at most, in octets unless it says otherwise. */
export type HttpLimits = {
  readonly requestLine: number;
  /** One field line with all lines it was folded into. */
  readonly fieldLine: number;
  /** Number of field lines. */
  readonly fields: number;
  /** Start line and fields together. */
  readonly head: number;
  /** The content, without the framing of chunks. */
  readonly body: number;
  /** The line with a chunk's size and its extensions. */
  readonly chunkLine: number;
  /** All that frames the chunks of one content: those lines, and the line ends after the data (RFC 9112 §7.1.1). */
  readonly chunkFraming: number;
};

export const defaultLimits: HttpLimits = {
  requestLine: 8_000,
  fieldLine: 8_192,
  fields: 100,
  head: 16_384,
  body: 65_536,
  chunkLine: 256,
  chunkFraming: 131_072,
};
