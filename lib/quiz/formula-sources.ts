/** The formulas of a Markdown text of a question, each with the place of its TeX: $`…`$ and ```math. */
export function formulasIn(source: string): { tex: string; at: number; display: boolean }[] {
  const inline = [...source.matchAll(/\$(`+)([\s\S]*?[^`])\1\$/gu)].map(({ 1: ticks = '', 2: tex = '', index }) => ({
    tex,
    at: index + 1 + ticks.length,
    display: false,
  }));
  const block = [...source.matchAll(/^(```+)math[^\n]*\n([\s\S]*?)^\1/gmu)].map(({ 0: whole, 2: tex = '', index }) => ({
    tex,
    at: index + whole.indexOf('\n') + 1,
    display: true,
  }));
  return [...inline, ...block].sort((one, other) => one.at - other.at);
}
