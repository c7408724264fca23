/** Colours of pictures that are drawn at build, where no stylesheet reaches: the light values of tokens.css as sRGB. */
export const markColours = {
  paper: '#fcfbf8',
  ink: '#1d212b',
  inkSoft: '#555a66',
  accent: '#00705f',
  client: '#4a51b8',
  server: '#a34d0d',
};

const { ink, accent } = markColours;

/** An SVG as the address of a picture. Base64, because the renderer behind `next/og` reads nothing else inside its own SVG. */
export function pictureOf(svg: string): string {
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}

const posts = `<path d="M3 3v14M17 3v14" stroke="${ink}"/>`;
const rails = `<path d="M3 6l14 3M17 9L3 13" stroke="${accent}"/>`;

export const drawnMark = pictureOf(
  `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="240" viewBox="0 0 20 20" fill="none" stroke-width="2" stroke-linecap="round">${posts}${rails}</svg>`,
);
