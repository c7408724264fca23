'use client';

import { handedOver } from '#drawings';

type Props = { drawing: string };

/**
 * The place of a table that was drawn as one string. Where pages are drawn the string is taken from this process; in the browser it is empty,
 * and React leaves what stands in the page as it is. As a property it would travel a second time, in what React reads.
 */
export function DrawnTable({ drawing }: Props) {
  return <div suppressHydrationWarning dangerouslySetInnerHTML={{ __html: handedOver(drawing) }} />;
}
