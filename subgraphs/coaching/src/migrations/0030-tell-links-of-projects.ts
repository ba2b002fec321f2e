import { migration } from "@parcours/shared/migration";

/** The enterprises that projects became are told to every owner: those that were linked before are told now (decision 0023). */
export const tellLinksOfProjects = migration(
  30,
  "tell-links-of-projects",
  `insert into outbox (topic, key, body, source)
   select 'POLICY', id::text, jsonb_build_object('kind', 'PROJECT', 'projectId', id, 'entrepreneurId', entrepreneur_id,
          'enterpriseNumber', enterprise_number, 'agencyCode', agency_code, 'since', coalesce(number_since, since), 'until', null), source
     from project where enterprise_number is not null order by occurred_at, id;`,
  `insert into outbox (topic, key, body, source) select 'POLICY', id::text, null, source from project where enterprise_number is not null;`,
);
