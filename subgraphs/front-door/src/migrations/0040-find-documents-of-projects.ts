import { migration } from "@parcours/shared/migration";

/** Documents are found by the project they were given for, and count for the enterprise that it became (R53, J18; decision 0023). */
export const findDocumentsOfProjects = migration(
  40,
  "find-documents-of-projects",
  `create index document_pointer_project on document_pointer (project_id, received_at desc, document_id desc) where project_id is not null;
   alter table document_pointer add column superseded_project uuid;
   alter table document_pointer add column superseded_enterprise text;`,
  `alter table document_pointer drop column superseded_enterprise;
   alter table document_pointer drop column superseded_project;
   drop index document_pointer_project;`,
);
