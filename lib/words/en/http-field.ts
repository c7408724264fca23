/** The parts of a message, by their codes in the byte map: name, and what it is for. */
const parts: Readonly<Record<string, readonly [name: string, why: string]>> = {
  'http.leading': ['empty line before it', 'some old clients send one; a server may overlook it'],
  'http.start-line': ['start line', 'what is asked, or what became of it'],
  'http.method': ['method', 'what is to be done with the target'],
  'http.target': ['request target', 'what it is about'],
  'http.version': ['version', 'how the message is to be read'],
  'http.status': ['status code', 'what became of the request; the first digit is the class'],
  'http.reason': ['reason', 'for people; programs read the code alone'],
  'http.space': ['space', ''],
  'http.line-end': ['line end', 'CR and LF'],
  'http.field-line': ['field line', ''],
  'http.field-name': ['field name', 'capitals or not makes no difference'],
  'http.colon': ['colon', 'no space may stand before it'],
  'http.field-value': ['field value', ''],
  'http.obs-fold': ['folded line', 'abolished: two readers may take it in two ways'],
  'http.empty-line': ['empty line', 'the head ends here'],
  'http.content': ['content', ''],
  'http.chunk': ['chunk', 'size, line end, data, line end'],
  'http.last-chunk': ['last chunk', 'its size is 0: the content ends'],
  'http.chunk-size': ['chunk size', 'hexadecimal, the data alone'],
  'http.chunk-extension': ['chunk extension', 'overlooked by who does not know it'],
  'http.chunk-data': ['chunk data', ''],
  'http.trailer-line': ['trailer line', ''],
  'http.trailer-name': ['trailer name', 'a field that was not known before the content'],
  'http.trailer-value': ['trailer value', ''],
  'http.body-end': ['empty line', 'the message ends here'],
  'http.unread': ['not read', 'behind a fault, or behind the message'],
};

export const httpField = {
  name: (field: string) => parts[field]?.[0] ?? field,
  why: (field: string) => parts[field]?.[1] ?? '',
};
