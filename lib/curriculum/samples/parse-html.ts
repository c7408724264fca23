import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import type { SampleFault } from './sample';

const empty = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** The standard lets these end by themselves. */
const endsAlone = new Set(
  'html head body p li dt dd option optgroup tr td th tbody thead tfoot colgroup caption rp rt'.split(' '),
);
const rawText = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes']);

/** What the parser complains of, tags that are never closed, and closing tags without an opening one. */
export function htmlFaults(code: string): SampleFault[] {
  const faults: SampleFault[] = [];
  const open: { name: string; offset: number }[] = [];
  const foreign = () => open.some(({ name }) => name === 'svg' || name === 'math');
  const offsetOf = (token: Token.Token) => token.location?.startOffset ?? 0;
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag(token) {
        const { tagName: name, selfClosing } = token;
        if (empty.has(name)) return;
        if (selfClosing) {
          if (!foreign() && name !== 'svg' && name !== 'math')
            faults.push({
              message: `<${name} /> does not close <${name}>: HTML leaves the slash out of account`,
              offset: offsetOf(token),
            });
          return;
        }
        open.push({ name, offset: offsetOf(token) });
        if (rawText.has(name) && !foreign()) {
          tokenizer.state = name === 'script' ? TokenizerMode.SCRIPT_DATA : TokenizerMode.RAWTEXT;
          tokenizer.lastStartTagName = name;
        }
      },
      onEndTag(token) {
        const at = open.findLastIndex(({ name }) => name === token.tagName);
        if (at < 0) {
          if (token.tagName !== 'p' && token.tagName !== 'br')
            faults.push({ message: `</${token.tagName}> has no opening tag before it`, offset: offsetOf(token) });
          return;
        }
        for (const { name, offset } of open.splice(at).slice(1))
          if (!endsAlone.has(name))
            faults.push({ message: `<${name}> is not closed before </${token.tagName}>`, offset });
      },
      onParseError: ({ code: name, startOffset }) =>
        faults.push({ message: name.replaceAll('-', ' '), offset: startOffset }),
      onComment() {},
      onDoctype() {},
      onEof() {},
      onCharacter() {},
      onNullCharacter() {},
      onWhitespaceCharacter() {},
    },
  );
  tokenizer.write(code, true);
  for (const { name, offset } of open)
    if (!endsAlone.has(name)) faults.push({ message: `<${name}> is never closed`, offset });
  return faults.sort((a, b) => a.offset - b.offset).slice(0, 1);
}
