import { pool } from '@/lib/db/pool';
import { readCounts } from '@/lib/gradebook/counts';
import type { LessonRollup } from '@/lib/gradebook/rollup';
import { rollupOf } from '@/lib/gradebook/rollup-of';

/** What a class did in a lesson, as far as it has been folded. One row, however many learners there are. */
export async function lessonRollup(classId: string, lesson: string): Promise<LessonRollup> {
  const { rows } = await pool().query<{ counts: string }>({
    name: 'lesson-rollup',
    text: 'SELECT counts::text FROM lesson_rollup WHERE class_id = $1 AND lesson = $2',
    values: [classId, lesson],
  });
  return rollupOf(lesson, rows[0] ? readCounts(rows[0].counts) : new Map());
}
