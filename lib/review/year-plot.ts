/** One line of a plot: its name stands beside its end. `points`: day → value. */
export type Line = {
  readonly name: string;
  readonly tone: 'accent' | 'ink';
  readonly points: readonly (readonly [number, number])[];
};

export type Plot = {
  readonly title: string;
  readonly unit: string;
  readonly most: number;
  readonly step: number;
  readonly lines: readonly Line[];
};

const size = { width: 760, height: 300 };
const room = { left: 46, right: 150, top: 36, bottom: 34 };
const month = 365 / 12;

/** Lines over the days of a year, as SVG that reads in light and dark. Pure: the same figures give the same bytes. */
export function yearPlot({ title, unit, most, step, lines }: Plot): string {
  const x = (day: number) => room.left + (day / 365) * (size.width - room.left - room.right);
  const y = (value: number) => size.height - room.bottom - (value / most) * (size.height - room.top - room.bottom);
  const grid: string[] = [];
  for (let value = 0; value <= most + 1e-9; value += step)
    grid.push(
      `<line x1="${room.left}" x2="${fixed(x(365))}" y1="${fixed(y(value))}" y2="${fixed(y(value))}" class="grid"/>`,
      `<text x="${room.left - 8}" y="${fixed(y(value) + 4)}" text-anchor="end">${Math.round(value)}${unit}</text>`,
    );
  for (let at = 0; at <= 12; at += 2)
    grid.push(`<text x="${fixed(x(at * month))}" y="${size.height - 12}" text-anchor="middle">${at}</text>`);
  const drawn = lines.flatMap(({ name, tone, points }) => {
    const path = points.map(([day, value], n) => `${n === 0 ? 'M' : 'L'}${fixed(x(day))} ${fixed(y(value))}`).join('');
    const [, last = 0] = points.at(-1) ?? [];
    return [
      `<path d="${path}" class="${tone}"/>`,
      `<text x="${fixed(x(365) + 8)}" y="${fixed(y(last) + 4)}" class="${tone}">${name}</text>`,
    ];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${title}">
<style>text{font:12px system-ui,sans-serif;fill:#5b6270}.grid{stroke:#8a90a040}path{fill:none;stroke-width:2;stroke-linejoin:round}.accent{stroke:#0f766e}text.accent{stroke:none;fill:#0f766e}.ink{stroke:#8a90a0}text.ink{stroke:none}.title{font-weight:600}@media(prefers-color-scheme:dark){text{fill:#a9b0bd}.accent{stroke:#5ecabb}text.accent{fill:#5ecabb}}</style>
<text x="${room.left}" y="18" class="title">${title}</text>
${[...grid, ...drawn].join('\n')}
<text x="${fixed(x(365))}" y="${size.height - 12}" text-anchor="start" dx="14">months</text>
</svg>
`;
}

function fixed(value: number): string {
  return value.toFixed(1);
}
