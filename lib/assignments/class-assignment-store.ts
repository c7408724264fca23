import type { Assignment } from '@/lib/attempts/assignment';
import { type AssignmentRow, toAssignment } from '@/lib/attempts/assignment-store';
import { pool } from '@/lib/db/pool';

/** What was set to a class, withdrawn work included, by when it is due. Who may see it is `classFor`'s to say. */
export async function assignmentsOf(classId: string): Promise<Assignment[]> {
  const { rows } = await pool().query<AssignmentRow>({
    name: 'assignments-of-class',
    text: 'SELECT * FROM assignment WHERE class_id = $1 ORDER BY due_at, created_at, id',
    values: [classId],
  });
  return rows.map(toAssignment);
}

/** An assignment of this class; another class's is none. */
export async function findClassAssignment(classId: string, id: string): Promise<Assignment | undefined> {
  const { rows } = await pool().query<AssignmentRow>({
    name: 'assignment-of-class',
    text: 'SELECT * FROM assignment WHERE class_id = $1 AND id = $2',
    values: [classId, id],
  });
  return rows[0] && toAssignment(rows[0]);
}
