import type { StillProps } from './still';

/**
 * The first picture of a lab, in the browser: `#lab-still` there. The server has drawn it (still-drawn.tsx); React leaves what stands in
 * the page as it is, and need not know its elements, until the working lab takes its place.
 */
export function Still(_: StillProps) {
  return <div data-still="" suppressHydrationWarning dangerouslySetInnerHTML={{ __html: '' }} />;
}
