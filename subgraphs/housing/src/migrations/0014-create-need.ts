import { migration } from "@parcours/shared/migration";

/** A need ends in a referral or in a reason for none, never in both (R62); it never says that somebody is in difficulty (R30). */
export const createNeed = migration(
  14,
  "create-need",
  `create table need (
     id uuid primary key,
     agency_code text not null,
     entrepreneur_id uuid,
     enterprise_number text,
     site_id uuid not null references site,
     occurred_at timestamptz(3) not null,
     kind_code text not null constraint need_tells_no_difficulty check (kind_code <> 'DIFFICULTY'),
     referral_id uuid,
     no_follow_up_code text,
     source text not null,
     constraint need_has_holder check (entrepreneur_id is not null or enterprise_number is not null),
     constraint need_ends_once check (referral_id is null or no_follow_up_code is null)
   );
   create index need_person on need (entrepreneur_id, occurred_at desc, id desc);
   create index need_enterprise on need (enterprise_number, occurred_at desc, id desc) where enterprise_number is not null;
   create index need_site on need (site_id, occurred_at desc, id desc);
   create index need_open_person on need (entrepreneur_id) where referral_id is null and no_follow_up_code is null;
   create index need_open_enterprise on need (enterprise_number) where referral_id is null and no_follow_up_code is null;
   create index need_source on need (source);`,
  `drop table need`,
);
