import { RichLine } from '@/components/quiz/rich-text';
import { richText } from '@/lib/quiz/rich-text';

/** A sentence of Markdown from a YAML file, drawn inline. */
export function MeaningText({ markdown }: { markdown: string }) {
  return <RichLine text={richText(markdown)} />;
}
