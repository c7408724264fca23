import { assertNever } from '@/lib/assert-never';
import { productVersion } from '@/lib/cli/product-version';
import type { AuthorError } from '@/lib/curriculum/author-error';
import { github } from './github';
import { json } from './json';
import { sarif } from './sarif';
import { text } from './text';

export const formats = ['text', 'json', 'sarif', 'github'] as const;
export type Format = (typeof formats)[number];

/** Findings in the format that was asked for; '' when it has nothing to say. */
export function told(errors: readonly AuthorError[], format: Format): string {
  switch (format) {
    case 'text':
      return text(errors);
    case 'json':
      return json(errors);
    case 'sarif':
      return sarif(errors, productVersion());
    case 'github':
      return github(errors);
    default:
      return assertNever(format);
  }
}
