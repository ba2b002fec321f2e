import { migration } from "@parcours/shared/migration";

export const createDirectory = migration(
  13,
  "create-directory",
  `create table pointer (
     entry_id uuid primary key,
     producer text not null,
     generation integer not null,
     type text not null,
     kind text not null,
     category text not null,
     agency_code text not null,
     holder_person uuid,
     holder_enterprise text,
     other_person uuid,
     other_enterprise text,
     occurred_at timestamptz(3) not null,
     since date,
     until date,
     readers text[] not null,
     known_to text[] not null
   );
   create index pointer_person on pointer (holder_person, occurred_at desc, entry_id desc) where holder_person is not null;
   create index pointer_other on pointer (other_person, occurred_at desc, entry_id desc) where other_person is not null;
   create index pointer_enterprise on pointer (holder_enterprise, occurred_at desc, entry_id desc) where holder_enterprise is not null;
   create index pointer_generation on pointer (producer, generation);
   create table enterprise_contact (
     enterprise_number text primary key,
     producer text not null,
     generation integer not null,
     name_fr text,
     name_nl text,
     municipality_fr text,
     municipality_nl text
   );
   create index enterprise_contact_generation on enterprise_contact (producer, generation);
   create table enterprise_point (
     value text not null,
     enterprise_number text not null,
     primary key (value, enterprise_number)
   );
   create index enterprise_point_enterprise on enterprise_point (enterprise_number);
   create table enterprise_word (
     word text collate "C" not null,
     enterprise_number text not null,
     primary key (word, enterprise_number)
   );
   create index enterprise_word_enterprise on enterprise_word (enterprise_number, word);`,
  `drop table enterprise_word;
   drop table enterprise_point;
   drop table enterprise_contact;
   drop table pointer;`,
);
