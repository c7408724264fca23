import { editorSchema, schemaFiles } from './editor-schemas';
import { snippets } from './snippets';

/** The files of `.vscode/` that follow from the schemas and starters, name → text. They are committed, and `handrail check --fix` writes them again. */
export function editorFiles(): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(
      schemaFiles.map((file) => [`schemas/${file.replace('.yaml', '.json')}`, jsonText(editorSchema(file))]),
    ),
    'handrail.code-snippets': jsonText(snippets()),
  };
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
