import { migration } from "@parcours/shared/migration";

/** An application is found from the project that it named, whatever became of the project. */
export const findApplicationsByProject = migration(
  40,
  "find-applications-by-project",
  "create index funding_application_project on funding_application (project_id, occurred_at desc, id desc) where project_id is not null",
  "drop index funding_application_project",
);
