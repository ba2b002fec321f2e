/** Tells the front door of the public contact points of the imported enterprises, in the transaction that brings them. */
import type { ImportSession } from "@parcours/shared/import/import-session";

/** What the feed was told. */
export interface PublishedContacts {
  /** Enterprises that are new or told differently. */
  readonly told: number;
  /** Enterprises that are no longer there. */
  readonly withdrawn: number;
}

/** The display name in a language, as `displayNameOf` chooses it: a test holds the two together. */
const nameIn = (languages: string): string =>
  `(array_agg(d.denomination order by array_position(array['001','002','003','004'], d.type_code),
      array_position(array[${languages}], d.language_code), d.denomination) filter (where d.type_code in ('001','002','003','004')))[1]`;

/** Every enterprise of the source as `EnterpriseContact` says it, one jsonb body each. */
const bodies = `
  with names as (
    select d.entity_number as number, ${nameIn("'1','0','2','3','4'")} as fr, ${nameIn("'2','0','1','3','4'")} as nl
      from denomination d where d.source = $1 and d.entity_number < '2' group by d.entity_number
  ), owners as (
    select number as entity, number from enterprise where source = $1
    union all select number, enterprise_number from establishment where source = $1
    union all select id, enterprise_number from branch where source = $1
  ), points as (
    select o.number, jsonb_agg(distinct c.e164) filter (where c.e164 is not null) as phones,
           jsonb_agg(distinct lower(c.value)) filter (where c.type_code = 'EMAIL') as emails
      from contact c join owners o on o.entity = c.entity_number
     where c.source = $1 and c.type_code in ('TEL', 'EMAIL') group by o.number
  )
  select e.number as key, jsonb_build_object(
           'names', jsonb_build_object('fr', n.fr, 'nl', n.nl),
           'municipality', jsonb_build_object('fr', a.municipality_fr, 'nl', a.municipality_nl),
           'phones', coalesce(p.phones, '[]'), 'emails', coalesce(p.emails, '[]')) as body
    from enterprise e
    left join names n on n.number = e.number
    left join address a on a.entity_number = e.number and a.type_code = 'REGO'
    left join points p on p.number = e.number
   where e.source = $1`;

/**
 * Writes the rows of the outbox that differ from what it tells already: importing the same extract again tells nothing.
 * @param source whose enterprises they are
 */
export async function publishContacts(session: ImportSession, source: string): Promise<PublishedContacts> {
  await session.query(`create temporary table contact_bodies on commit drop as ${bodies}`, [source]);
  await session.query(
    `create temporary table contact_told on commit drop as
     select distinct on (key) key, body from outbox where topic = 'CONTACT' and source = $1 order by key, id desc`,
    [source],
  );
  await session.query("analyze contact_bodies");
  await session.query("analyze contact_told");
  const [change] = await session.query<{ told: string; withdrawn: string }>(
    `with told as (
       insert into outbox (topic, key, body, source)
       select 'CONTACT', new.key, new.body, $1 from contact_bodies new left join contact_told old on old.key = new.key
        where old.body is distinct from new.body returning 1
     ), withdrawn as (
       insert into outbox (topic, key, body, source)
       select 'CONTACT', old.key, null, $1 from contact_told old left join contact_bodies new on new.key = old.key
        where new.key is null and old.body is not null returning 1
     )
     select (select count(*) from told) as told, (select count(*) from withdrawn) as withdrawn`,
    [source],
  );
  return { told: Number(change?.told), withdrawn: Number(change?.withdrawn) };
}
