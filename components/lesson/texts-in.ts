/** All texts of the page's main part that are marked as being in a language, in their order. */
export function textsIn(language: string): Text[] {
  const found = new Set<Text>();
  for (const part of document.querySelectorAll(`main [lang="${language}"]`)) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (walker.currentNode instanceof Text) found.add(walker.currentNode);
  }
  return [...found];
}
