import { migration } from "@parcours/shared/migration";

/** A mandate is changed by who has read it as it is. */
export const versionMandates = migration(
  51,
  "version-mandates",
  `alter table mandate add column version integer not null default 1;`,
  `alter table mandate drop column version;`,
);
