import { type ParsedRequest, parseRequest } from '@/lib/labs/http/parse-message';
import { mostText } from '@/lib/labs/http/setup';

/** What a refused request is cut to, from its fault on: as short as tells why, as long as a line that is too long, or as a head is at most. */
const tails = [64, 8_300, 25_000];

/** What of a request, where it is longer than the lab can show, goes into the log: all of it, or of one that is refused as much from its beginning as is refused for the same reason. */
export function loggedPart(request: Buffer, { refusal }: ParsedRequest): Buffer {
  if (!refusal || request.length <= mostText) return request;
  for (const tail of tails) {
    const part = request.subarray(0, refusal.from + tail);
    if (parseRequest(part, { closed: true }).refusal?.code === refusal.code) return Buffer.from(part);
  }
  return request;
}
