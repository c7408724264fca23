/** The files in which a class can be taken along; the address says which: `/api/classes/{id}/gradebook.csv`. */
export const exportFiles = ['gradebook.csv', 'gradebook.json', 'attempts.csv', 'canvas.csv', 'moodle.csv'] as const;
export type ExportFile = (typeof exportFiles)[number];

export function isExportFile(name: string): name is ExportFile {
  return exportFiles.some((file) => file === name);
}

export const mediaTypes: Record<ExportFile, string> = {
  'gradebook.csv': 'text/csv; charset=utf-8',
  'gradebook.json': 'application/json; charset=utf-8',
  'attempts.csv': 'text/csv; charset=utf-8',
  'canvas.csv': 'text/csv; charset=utf-8',
  'moodle.csv': 'text/csv; charset=utf-8',
};
