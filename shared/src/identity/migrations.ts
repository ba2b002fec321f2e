/** The table of sessions that were ended before their time; used at the spine, the same everywhere. */
import { migration } from "../migration.js";

/** Digests of random ids, each until its session would have ended by itself. */
export const createEndedSessions = migration(
  9022,
  "create-ended-sessions",
  `create table ended_session (
     digest text primary key,
     until timestamptz(3) not null
   );
   comment on table ended_session is 'Sessions that somebody ended by signing out: copies of their cookies open nothing';
   create index ended_session_until on ended_session (until);`,
  `drop table ended_session;`,
);
