/** The tables of what agencies were given: documents, uploads under way, links to fetch by, and bytes that are to go. */
import { migration } from "../migration.js";

/** What a document and an upload of one have in common. */
const described = `
     id uuid primary key,
     entrepreneur_id uuid,
     enterprise_number text,
     project_id uuid,
     agency_code text not null,
     type text not null,
     media_type text not null,
     size integer not null check (size > 0),
     sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
     valid_from date not null,
     valid_until date,
     form text,
     dossier_id uuid,
     restricted boolean not null,
     staff_id text,
     actor text not null,
     source text not null`;

/**
 * Bytes are kept under the document's id, outside of the database. Whoever deletes a row, by erasure, retention or sweeping, leaves its id in
 * `document_bytes`, and who serves removes the bytes: so no way of deleting can forget them.
 */
export const createDocuments = migration(
  9030,
  "create-documents",
  `create table document (${described},
     provided_to text[] not null,
     version integer not null,
     superseded_by uuid,
     superseded_at timestamptz(3),
     received_at timestamptz(3) not null
   );
   create index document_person on document (entrepreneur_id, received_at desc, id desc);
   create index document_enterprise on document (enterprise_number, received_at desc, id desc) where enterprise_number is not null;
   create index document_source on document (source);
   create index document_superseded on document (superseded_by) where superseded_by is not null;
   comment on table document is 'Documents that agencies of this subgraph were given; each version a row';
   create table document_upload (${described},
     purpose text,
     case_reference text,
     created_at timestamptz(3) not null default clock_timestamp(),
     expires_at timestamptz(3) not null,
     lease_of uuid,
     leased_until timestamptz(3)
   );
   create index document_upload_person on document_upload (entrepreneur_id);
   create index document_upload_enterprise on document_upload (enterprise_number) where enterprise_number is not null;
   create index document_upload_actor on document_upload (actor);
   create index document_upload_expires on document_upload (expires_at);
   create index document_upload_source on document_upload (source);
   comment on table document_upload is 'Uploads whose bytes are awaited: a ticket each; the row goes when the document is there';
   create table document_link (
     token_hash text primary key,
     document_id uuid not null,
     actor text not null,
     purpose text,
     case_reference text,
     expires_at timestamptz(3) not null
   );
   create index document_link_expires on document_link (expires_at);
   comment on table document_link is 'Links by which somebody may fetch a document once';
   create table document_bytes (
     document_id uuid primary key,
     since timestamptz(3) not null default clock_timestamp()
   );
   comment on table document_bytes is 'Bytes without a row: to be removed';
   create function leave_document_bytes() returns trigger language plpgsql as $$
   begin
     insert into document_bytes (document_id) values (old.id) on conflict do nothing;
     return old;
   end $$;
   create trigger document_deleted after delete on document for each row execute function leave_document_bytes();
   create trigger document_upload_deleted after delete on document_upload for each row
     execute function leave_document_bytes();`,
  `drop table document_link;
   drop table document_upload;
   drop table document;
   drop table document_bytes;
   drop function leave_document_bytes();`,
);

/**
 * Documents of a project count for the enterprise that it became. A version that was replaced because of such a link says of which: it is
 * replaced for as long as that link counts, so a link that was wrong takes nothing away.
 */
export const findDocumentsOfProjects = migration(
  9061,
  "find-documents-of-projects",
  `create index document_project on document (project_id, received_at desc, id desc) where project_id is not null;
   alter table document add column superseded_project uuid;
   alter table document add column superseded_enterprise text;
   alter table document add constraint document_superseded_through
     check ((superseded_project is null) = (superseded_enterprise is null));`,
  `alter table document drop constraint document_superseded_through;
   alter table document drop column superseded_enterprise;
   alter table document drop column superseded_project;
   drop index document_project;`,
);
