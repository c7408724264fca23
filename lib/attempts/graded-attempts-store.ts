/**
 * SQL: attempts (`a`) with the grade that counts (`g`), if there is one beside the attempt's own. A person's grade counts before any key's,
 * a later key's before an earlier one's; one without points (it could not be graded) is none.
 */
export const gradedAttempts = `attempt a LEFT JOIN LATERAL (
  SELECT l.attempt_id, l.key_revision, l.earned, l.possible, l.detail, l.credit, l.graded_by, l.graded_at FROM grade l
  WHERE l.learner_id = a.learner_id AND l.attempt_id = a.id AND l.earned IS NOT NULL AND l.key_revision >= 0
  ORDER BY l.graded_by IS NOT NULL DESC, l.key_revision DESC LIMIT 1) g ON true`;

/** What counts of an attempt, in the terms of the above. */
export const earned = 'coalesce(g.earned, a.earned)';
export const possible = 'coalesce(g.possible, a.possible)';
/** The key that the grade which counts was given by, and that explains it; a person's or a class's grade is explained by the attempt's own. */
export const keyRevision = 'CASE WHEN g.key_revision > 0 THEN g.key_revision ELSE a.key_revision END';

/**
 * SQL: the same with what the attempt's class has corrected about the question in its own graded work (lib/analysis/adjustment): that counts
 * before any key's and after a person's. It is for a class's books and for what a learner is told of them. Mastery, review and statistics
 * rest on `gradedAttempts`: a class cannot give evidence away. A correction without points takes the one before it back.
 */
export const bookedAttempts = `attempt a LEFT JOIN LATERAL (
  SELECT l.attempt_id, l.key_revision, l.earned, l.possible, l.detail, l.credit, l.graded_by, l.graded_at FROM grade l
  WHERE l.learner_id = a.learner_id AND l.attempt_id = a.id AND l.earned IS NOT NULL
    AND (l.key_revision >= 0 OR NOT EXISTS (SELECT FROM grade n
      WHERE n.learner_id = a.learner_id AND n.attempt_id = a.id AND n.key_revision < l.key_revision))
  ORDER BY l.graded_by IS NOT NULL DESC, l.key_revision < 0 DESC, l.key_revision DESC LIMIT 1) g ON true`;
