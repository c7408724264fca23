import * as z from 'zod/mini';

/** What is done, by the id that the process gives it. Whether there is such an action, the step itself finds out. */
export const processActionSchema = z.strictObject({
  kind: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(64)),
});
export type ProcessAction = z.output<typeof processActionSchema>;
