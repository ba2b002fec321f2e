import { entryColumns, entryIndexes } from "@parcours/shared/graphql/entry";
import { migration } from "@parcours/shared/migration";

/**
 * Nobody is booked where another one is: no two permanences may share a place, a weekday, an hour and a day of their validity (J08).
 * The extension comes with PostgreSQL and is trusted: the owner of a database may add it. It stays when the table goes, for it may
 * have been there before.
 */
export const createPermanence = migration(
  13,
  "create-permanence",
  `create extension if not exists btree_gist;
   create table permanence (
     id uuid primary key,
     agency_code text not null,
     site_id uuid not null references site,
     place text not null,
     staff_id text not null,
     advisor_name text not null,
     weekday smallint not null check (weekday between 1 and 7),
     opens_at time not null,
     closes_at time not null check (closes_at > opens_at),
     since date not null,
     until date check (until >= since),
     source text not null,
     constraint permanence_place_booked_once exclude using gist (
       site_id with =, place with =, weekday with =,
       tsrange('2000-01-01'::date + opens_at, '2000-01-01'::date + closes_at) with &&,
       daterange(since, until, '[]') with &&)
   );
   create index permanence_site on permanence (site_id, (coalesce(until, 'infinity')));
   create index permanence_source on permanence (source);
   create table permanence_visit (
     ${entryColumns},
     permanence_id uuid not null references permanence,
     site_id uuid not null references site,
     topic_code text not null constraint permanence_visit_tells_no_difficulty check (topic_code <> 'DIFFICULTY'),
     constraint permanence_visit_has_no_period check (since is null and until is null)
   );
   ${entryIndexes("permanence_visit")}
   create index permanence_visit_permanence on permanence_visit (permanence_id);
   create index permanence_visit_site on permanence_visit (site_id);`,
  `drop table permanence_visit;
   drop table permanence;`,
);
