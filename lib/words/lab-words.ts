import type { words as certificate } from './en/labs/certificate';
import type { words as dns } from './en/labs/dns';
import type { words as every } from './en/labs/every';
import type { words as http } from './en/labs/http';
import type { words as journey } from './en/labs/journey';
import type { words as process } from './en/labs/process';
import type { words as tcp } from './en/labs/tcp';
import type { words as tls } from './en/labs/tls';

/** The rooms of words that labs speak from. */
export type LabWords = typeof certificate &
  typeof dns &
  typeof every &
  typeof http &
  typeof journey &
  typeof process &
  typeof tcp &
  typeof tls;
