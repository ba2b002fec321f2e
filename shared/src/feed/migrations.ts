/** The tables every subgraph has: its outbox, its cursors in others' feeds, and its copy of the policy. */
import { createAccessLog, createLogEnterprises, createLogRoots, indexFlaggedLooks } from "../access-log/migrations.js";
import { createDocuments, findDocumentsOfProjects } from "../documents/migrations.js";
import { createCorrection, createRegisterChange } from "../facts/migrations.js";
import { createEndedSessions } from "../identity/migrations.js";
import { countDocumentsOnForms, createIntake } from "../intake/migrations.js";
import { migration } from "../migration.js";
import { createMutationKeys } from "../mutations/migrations.js";
import { createErasedPerson, createErasure, createErasureDue } from "../rights/migrations.js";
import { linkProjects } from "./project-migrations.js";

/**
 * The outbox. Writers only insert. A position is given after commit, by whoever reads, one at a time: a cursor can then never pass a
 * transaction that commits late. When a row is sealed, the older sealed row of the same entry goes, so the feed stays as long as
 * what it tells of.
 */
const createOutbox = migration(
  1,
  "create-outbox",
  `create table outbox (
     id bigint generated always as identity primary key,
     position bigint,
     topic text not null,
     key text not null,
     body jsonb,
     source text not null,
     at timestamptz(3) not null default clock_timestamp()
   );
   comment on column outbox.body is 'null is a tombstone: the entry is no more';
   create index outbox_unsealed on outbox (id) where position is null;
   create unique index outbox_position on outbox (topic, position) where position is not null;
   create index outbox_entry on outbox (topic, key);
   create index outbox_source on outbox (source, topic, key);
   -- Positions travel as JSON numbers: beyond this one they would lose digits, so it is better that none is given.
   create sequence outbox_position_seq maxvalue 9007199254740991;
   create table feed_epoch (epoch uuid primary key default gen_random_uuid());
   insert into feed_epoch default values;
   create function seal_outbox() returns bigint language plpgsql as $$
   declare sealed bigint[];
   begin
     -- One at a time; the next statement's snapshot is then younger than the previous seal. Who comes second waits the few milliseconds:
     -- it may then say that nothing committed is left unsealed.
     perform pg_advisory_xact_lock(7001);
     sealed := array(select id from outbox where position is null order by id limit 1000);
     if cardinality(sealed) = 0 then return 0; end if;
     update outbox o set position = v.p
       from (select u.id, nextval('outbox_position_seq') p from unnest(sealed) u(id)) v
      where o.id = v.id;
     delete from outbox older using outbox newer
      where newer.id = any(sealed) and older.topic = newer.topic and older.key = newer.key and older.position < newer.position;
     return cardinality(sealed);
   end $$;`,
  `drop function seal_outbox();
   drop table feed_epoch;
   drop sequence outbox_position_seq;
   drop table outbox;`,
);

/** How far this subgraph has read each feed. `generation` grows when a feed is read again from zero. */
const createFeedCursor = migration(
  2,
  "create-feed-cursor",
  `create table feed_cursor (
     producer text not null,
     topic text not null,
     epoch uuid,
     position bigint not null default 0,
     generation integer not null default 0,
     rebuilding boolean not null default false,
     as_of timestamptz(3),
     primary key (producer, topic)
   );`,
  `drop table feed_cursor;`,
);

/** The policy copy: ids, codes and dates only. */
const createPolicyCopy = migration(
  3,
  "create-policy-copy",
  `create table policy_identity (
     producer text not null, generation integer not null, key text not null,
     former_id uuid not null, canonical_id uuid not null,
     primary key (producer, key)
   );
   create unique index policy_identity_former on policy_identity (former_id);
   create index policy_identity_canonical on policy_identity (canonical_id);
   create table policy_relation (
     producer text not null, generation integer not null, key text not null,
     kind text not null check (kind in ('MANDATE', 'GRANT', 'COACHING')),
     entrepreneur_id uuid not null,
     enterprise_number text,
     agency_code text,
     staff_id text,
     category text,
     since date not null,
     until date,
     primary key (producer, key)
   );
   create index policy_relation_person on policy_relation (entrepreneur_id, kind);
   create index policy_relation_enterprise on policy_relation (enterprise_number) where enterprise_number is not null;`,
  `drop table policy_relation;
   drop table policy_identity;`,
);

/** Who works where, so that looks at a colleague are flagged, and broken glasses. */
const widenPolicyKinds = migration(
  4,
  "widen-policy-kinds",
  `alter table policy_relation drop constraint policy_relation_kind_check;
   alter table policy_relation add constraint policy_relation_kind_check
     check (kind in ('MANDATE', 'GRANT', 'COACHING', 'STAFF', 'BREAK_GLASS'));
   alter table policy_relation add column owner_agencies text[];`,
  `delete from policy_relation where kind in ('STAFF', 'BREAK_GLASS');
   alter table policy_relation drop column owner_agencies;
   alter table policy_relation drop constraint policy_relation_kind_check;
   alter table policy_relation add constraint policy_relation_kind_check check (kind in ('MANDATE', 'GRANT', 'COACHING'));`,
);

/** How far each reader has applied each topic: the position it last read on behind. */
const createFeedReaders = migration(
  8,
  "create-feed-readers",
  `create table feed_reader (
     reader text not null,
     topic text not null,
     position bigint not null,
     at timestamptz(3) not null,
     primary key (reader, topic)
   );`,
  `drop table feed_reader;`,
);

/** In order; their numbers are below 10, or from 9000 on where subgraphs had numbers of their own already. */
export const kernelMigrations = [
  createOutbox,
  createFeedCursor,
  createPolicyCopy,
  widenPolicyKinds,
  createAccessLog,
  createLogRoots,
  createMutationKeys,
  createFeedReaders,
  createErasure,
  createIntake,
  indexFlaggedLooks,
  createErasureDue,
  createLogEnterprises,
  createEndedSessions,
  createDocuments,
  createCorrection,
  countDocumentsOnForms,
  linkProjects,
  findDocumentsOfProjects,
  createRegisterChange,
  createErasedPerson,
];
