import { migration } from "@parcours/shared/migration";

/** Where documents are: of whom, what type, until when; never what they say. `person` is who holds it or whom an enterprise's names. */
export const createDocumentPointer = migration(
  20,
  "create-document-pointer",
  `create table document_pointer (
     document_id uuid primary key,
     producer text not null,
     generation integer not null,
     type text not null,
     category text not null,
     agency_code text not null,
     provided_to text[] not null,
     person uuid,
     holder_enterprise text,
     project_id uuid,
     sha256 text not null,
     media_type text not null,
     size integer not null,
     version integer not null,
     valid_from date not null,
     valid_until date,
     superseded_by uuid,
     received_at timestamptz(3) not null,
     readers text[] not null
   );
   create index document_pointer_person on document_pointer (person, received_at desc, document_id desc) where person is not null;
   create index document_pointer_enterprise on document_pointer (holder_enterprise, received_at desc, document_id desc)
     where holder_enterprise is not null;
   create index document_pointer_generation on document_pointer (producer, generation);`,
  `drop table document_pointer;`,
);
