import { statement } from "@parcours/shared/database";
import type { EnterpriseContact } from "@parcours/shared/feed/contact";
import type { FeedTarget } from "@parcours/shared/feed/feed-consumer";
import { nameWords } from "../entrepreneur/name-words.js";

const removePoints = statement(
  `with gone as (delete from enterprise_point where enterprise_number = any($1::text[]))
   delete from enterprise_word where enterprise_number = any($1::text[])`,
);
const remove = statement("delete from enterprise_contact where producer = $1 and enterprise_number = any($2::text[])");
const upsert = statement(
  `insert into enterprise_contact (producer, generation, enterprise_number, name_fr, name_nl, municipality_fr, municipality_nl)
   select $1, $2, r.key, r.body->'names'->>'fr', r.body->'names'->>'nl', r.body->'municipality'->>'fr', r.body->'municipality'->>'nl'
     from jsonb_to_recordset($3::jsonb) as r(key text, body jsonb)
   on conflict (enterprise_number) do update set producer = excluded.producer, generation = excluded.generation,
     name_fr = excluded.name_fr, name_nl = excluded.name_nl, municipality_fr = excluded.municipality_fr,
     municipality_nl = excluded.municipality_nl`,
);
const insertPoints = statement(
  `insert into enterprise_point (enterprise_number, value)
   select distinct r.key, point.value from jsonb_to_recordset($1::jsonb) as r(key text, body jsonb),
     lateral (select jsonb_array_elements_text(r.body->'phones') union all select jsonb_array_elements_text(r.body->'emails')) point(value)`,
);
const insertWords = statement(
  `insert into enterprise_word (word, enterprise_number) select * from unnest($1::text[], $2::text[]) on conflict do nothing`,
);
const sweep = statement(
  `with gone as (delete from enterprise_contact where producer = $1 and generation < $2 returning enterprise_number),
        points as (delete from enterprise_point p using gone where p.enterprise_number = gone.enterprise_number)
   delete from enterprise_word w using gone where w.enterprise_number = gone.enterprise_number`,
);

/** Stores how enterprises are reached, from the public register. */
export const enterpriseContactTarget: FeedTarget = {
  topic: "CONTACT",
  async apply(queries, rows, { producer, generation }) {
    await queries.query(removePoints, [rows.map(({ key }) => key)]);
    await queries.query(remove, [producer, rows.filter(({ body }) => body === null).map(({ key }) => key)]);
    const live = rows.filter(({ body }) => body !== null);
    if (live.length === 0) return;
    const json = JSON.stringify(live);
    await queries.query(upsert, [producer, generation, json]);
    await queries.query(insertPoints, [json]);
    const words = live.flatMap(({ key, body }) => {
      const { names } = body as Omit<EnterpriseContact, "enterpriseNumber">;
      return nameWords(names.fr ?? "", names.nl ?? "").map((word) => ({ word, key }));
    });
    await queries.query(insertWords, [words.map(({ word }) => word), words.map(({ key }) => key)]);
  },
  async sweep(queries, { producer, generation }) {
    await queries.query(sweep, [producer, generation]);
  },
};
