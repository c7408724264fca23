/**
 * SQL: attempts (`a`) with the grade that counts (`g`), if there is one beside the attempt's own. A person's grade counts before any key's,
 * a later key's before an earlier one's; one without points (it could not be graded) is none.
 */
export const gradedAttempts = `attempt a LEFT JOIN LATERAL (
  SELECT l.attempt_id, l.key_revision, l.earned, l.possible, l.detail, l.credit, l.graded_by, l.graded_at FROM grade l
  WHERE l.learner_id = a.learner_id AND l.attempt_id = a.id AND l.earned IS NOT NULL
  ORDER BY l.graded_by IS NOT NULL DESC, l.key_revision DESC LIMIT 1) g ON true`;

/** What counts of an attempt, in the terms of the above. */
export const earned = 'coalesce(g.earned, a.earned)';
export const possible = 'coalesce(g.possible, a.possible)';
/** The key that the grade which counts was given by, and that explains it; a person's grade is explained by the attempt's own. */
export const keyRevision = 'coalesce(nullif(g.key_revision, 0), a.key_revision)';
