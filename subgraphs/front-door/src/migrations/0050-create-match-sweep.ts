import { migration } from "@parcours/shared/migration";

/** How far the search for duplicates among all persons is; and on what a doubt was decided, so that it is asked again only where that changed. */
export const createMatchSweep = migration(
  50,
  "create-match-sweep",
  `create table match_sweep (
     id boolean primary key default true check (id),
     round integer not null default 0,
     after_id uuid,
     began_at timestamptz(3),
     ended_at timestamptz(3),
     due_at timestamptz(3) not null,
     people integer not null default 0,
     pairs integer not null default 0,
     source text not null
   );
   create index match_sweep_source on match_sweep (source);
   comment on column match_sweep.after_id is 'the last person whose likes were looked for in this round; null at its beginning and between rounds';
   insert into match_sweep (due_at, source) values (now() + interval '1 hour', 'SWEEP');
   alter table match_review add column fingerprint text;
   create unique index match_review_open_pair on match_review (least(entrepreneur_id, other_id), greatest(entrepreneur_id, other_id)) where state = 'OPEN';`,
  `drop index match_review_open_pair;
   alter table match_review drop column fingerprint;
   drop table match_sweep;`,
);
