/**
 * Sharing sites want an absolute address. Pages are made at build, so it can only be PUBLIC_URL as it was then; without it the address
 * is relative, which some of them understand.
 */
export function SocialPicture() {
  return (
    <>
      <meta property="og:image" content={`${process.env.PUBLIC_URL ?? ''}/social.png`} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}
