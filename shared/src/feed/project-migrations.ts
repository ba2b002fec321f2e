/** What a copy of the policy knows of projects: which enterprise each became, and whether that counts (R53, J18; decision 0023). */
import { migration } from "../migration.js";

/**
 * A link of a project is a row of the policy. It counts while the person of the project acts for the enterprise, by the mandates that the same
 * copy holds: nobody is asked, and whoever claims a stranger's enterprise gains nothing. The rule is a function of the database, so that lists
 * filter by it before rows, cursors and counts exist. It fails closed: by a copy older than 30 s no link opens
 * anything, and what was replaced through a link stays replaced. The policy is read anew: who kept projects may have told
 * links before this copy believed them.
 */
export const linkProjects = migration(
  9060,
  "link-projects",
  `alter table policy_relation drop constraint policy_relation_kind_check;
   alter table policy_relation add constraint policy_relation_kind_check
     check (kind in ('MANDATE', 'GRANT', 'COACHING', 'STAFF', 'BREAK_GLASS', 'PROJECT'));
   alter table policy_relation add column project_id uuid;
   create index policy_relation_project on policy_relation (project_id) where project_id is not null;
   create function canonical_id_of(asked uuid) returns uuid language sql stable as $$
     select coalesce((select canonical_id from policy_identity where former_id = asked), asked)
   $$;
   create function acts_for(asked_person uuid, asked_enterprise text) returns boolean language sql stable as $$
     select exists (
       select from policy_relation m
         join feed_cursor f on f.producer = m.producer and f.topic = 'POLICY' and f.as_of > clock_timestamp() - interval '30 seconds'
        where m.kind = 'MANDATE' and m.enterprise_number = asked_enterprise
          and m.since <= (clock_timestamp() at time zone 'Europe/Brussels')::date
          and (m.until is null or m.until >= (clock_timestamp() at time zone 'Europe/Brussels')::date)
          and canonical_id_of(m.entrepreneur_id) = canonical_id_of(asked_person))
   $$;
   create function enterprise_of_project(asked_project uuid, asked_person uuid) returns text language sql stable as $$
     select link.enterprise_number from policy_relation link
       join feed_cursor f on f.producer = link.producer and f.topic = 'POLICY' and f.as_of > clock_timestamp() - interval '30 seconds'
      where link.project_id = asked_project and link.kind = 'PROJECT' and acts_for(link.entrepreneur_id, link.enterprise_number)
        and (asked_person is null or canonical_id_of(link.entrepreneur_id) = canonical_id_of(asked_person))
      limit 1
   $$;
   create function is_old_copy(asked_producer text) returns boolean language sql stable as $$
     select not exists (
       select from feed_cursor f
        where f.producer = asked_producer and f.topic = 'POLICY' and f.as_of > clock_timestamp() - interval '30 seconds')
   $$;
   create function may_still_link(asked_project uuid, asked_enterprise text) returns boolean language sql stable as $$
     select exists (
       select from policy_relation link
        where link.project_id = asked_project and link.kind = 'PROJECT' and link.enterprise_number = asked_enterprise
          and (acts_for(link.entrepreneur_id, link.enterprise_number) or is_old_copy(link.producer)
               or exists (select from policy_relation m
                           where m.kind = 'MANDATE' and m.enterprise_number = asked_enterprise and is_old_copy(m.producer))))
   $$;
   update feed_cursor set position = 0, generation = generation + 1, rebuilding = true where topic = 'POLICY';
   comment on function may_still_link is 'Whether a project and an enterprise are linked today, or nobody can say that they are not';
   comment on function enterprise_of_project is 'The enterprise that a project became, where the link counts today; null else. A person: only where the project is that person''s';`,
  `drop function may_still_link(uuid, text);
   drop function is_old_copy(text);
   drop function enterprise_of_project(uuid, uuid);
   drop function acts_for(uuid, text);
   drop function canonical_id_of(uuid);
   delete from policy_relation where kind = 'PROJECT';
   drop index policy_relation_project;
   alter table policy_relation drop column project_id;
   alter table policy_relation drop constraint policy_relation_kind_check;
   alter table policy_relation add constraint policy_relation_kind_check
     check (kind in ('MANDATE', 'GRANT', 'COACHING', 'STAFF', 'BREAK_GLASS'));`,
);
