/** A step of the build did not succeed; the message is what the tool said. */
export class BuildFault extends Error {
  override name = 'BuildFault';
}
