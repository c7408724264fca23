// Of css-tree only its parser and its tokenizer: the whole brings the grammar of every property along, as files it looks for beside itself.
declare module 'css-tree/parser' {
  export { parse as default } from 'css-tree';
}
declare module 'css-tree/tokenizer' {
  export function tokenize(source: string, onToken: (type: number, start: number, end: number) => void): void;
}
