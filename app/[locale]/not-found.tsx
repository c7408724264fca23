/** Travels inside every page, so it is next to nothing: the front door sends `/{locale}/404` in its place. */
export default function NotFound() {
  return <p>404</p>;
}
