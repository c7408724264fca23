/** What a file of `media/` is for. */
export type MediaKind = 'audio' | 'video' | 'captions' | 'transcript' | 'poster';

type MediaForm = {
  readonly kind: MediaKind;
  readonly type: string;
  /** Whether the bytes are what the name says; texts are read by their own readers. */
  readonly fits: (head: Uint8Array) => boolean;
};

const ascii = (head: Uint8Array, at: number, text: string) =>
  [...text].every((character, index) => head[at + index] === character.charCodeAt(0));
const isMp4 = (head: Uint8Array) => ascii(head, 4, 'ftyp');
const isEbml = (head: Uint8Array) => [0x1a, 0x45, 0xdf, 0xa3].every((byte, at) => head[at] === byte);
const isMp3 = (head: Uint8Array) => ascii(head, 0, 'ID3') || (head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0);
const isText = () => true;

/** What a lesson may bring, by the end of its name: formats that the browsers of the last two years all play. */
const forms: Readonly<Record<string, MediaForm>> = {
  mp3: { kind: 'audio', type: 'audio/mpeg', fits: isMp3 },
  m4a: { kind: 'audio', type: 'audio/mp4', fits: isMp4 },
  wav: { kind: 'audio', type: 'audio/wav', fits: (head) => ascii(head, 0, 'RIFF') && ascii(head, 8, 'WAVE') },
  flac: { kind: 'audio', type: 'audio/flac', fits: (head) => ascii(head, 0, 'fLaC') },
  ogg: { kind: 'audio', type: 'audio/ogg', fits: (head) => ascii(head, 0, 'OggS') },
  mp4: { kind: 'video', type: 'video/mp4', fits: isMp4 },
  webm: { kind: 'video', type: 'video/webm', fits: isEbml },
  vtt: { kind: 'captions', type: 'text/vtt; charset=utf-8', fits: isText },
  md: { kind: 'transcript', type: 'text/markdown; charset=utf-8', fits: isText },
  png: { kind: 'poster', type: 'image/png', fits: (head) => ascii(head, 1, 'PNG') },
  jpg: { kind: 'poster', type: 'image/jpeg', fits: (head) => head[0] === 0xff && head[1] === 0xd8 },
};

/** `mediaForm('heart.mp3')`; undefined for what has no place in media/. */
export function mediaForm(name: string): MediaForm | undefined {
  const end = name.slice(name.lastIndexOf('.') + 1);
  return Object.hasOwn(forms, end) ? forms[end] : undefined;
}

export const mediaEndings: readonly string[] = Object.keys(forms);

const MB = 1024 * 1024;
/** What a file may weigh: learners pay for it, on phones. */
export const mediaLimits: Readonly<Record<MediaKind, number>> = {
  audio: 20 * MB,
  video: 60 * MB,
  captions: 512 * 1024,
  transcript: 256 * 1024,
  poster: MB,
};

/** Heavier ones stay out of a saved copy of a path; their transcript is in the page. */
export const mostSavedBytes = 8 * MB;

/** A name that can stand in an address. */
export const mediaName = /^[a-z0-9]+(?:[._-][a-z0-9]+)*\.[a-z0-9]+$/;

/** `mediaAddress(tag, 'heart.mp3')` → `/media/4nV…/heart.mp3`: another file has another address, so it may be kept for ever. */
export function mediaAddress(tag: string, name: string): string {
  return `/media/${tag}/${name}`;
}
