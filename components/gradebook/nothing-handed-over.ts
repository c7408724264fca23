/** `#drawings` in the browser: the page brought the drawing along. */
export function handedOver(_: string): string {
  return '';
}
