import type { Curriculum } from './curriculum';
import type { LearningRoute, Lesson } from './lesson';

/** One step of a route, with the lessons it stands for. */
export type RouteStep = { readonly id: string; readonly lessons: readonly Lesson[]; readonly isPath: boolean };

/** The steps of a route that can be taken: a path without lessons yet, or a lesson that is still a draft, is left out. */
export function routeSteps(route: LearningRoute, curriculum: Curriculum): RouteStep[] {
  return route.steps.flatMap((id) => {
    const path = curriculum.path(id);
    const lesson = curriculum.lessonById(id);
    const lessons = path?.lessons ?? (lesson ? [lesson] : []);
    return lessons.length > 0 ? [{ id, lessons, isPath: path !== undefined }] : [];
  });
}
