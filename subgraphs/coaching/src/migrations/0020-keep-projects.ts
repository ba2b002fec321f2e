import { migration } from "@parcours/shared/migration";

/**
 * Projects are kept by an agency, carry their pitch in the language in which it was written, and have a version. Whoever kept the first dossier
 * of a project keeps the project; where nobody did, the region's agency for
 * support. The centre for difficulty is never named: that would tell.
 */
export const keepProjects = migration(
  20,
  "keep-projects",
  `alter table project add column agency_code text not null default 'HUB';
   alter table project add column pitch text;
   alter table project add column pitch_language text check (pitch_language in ('FR', 'NL', 'EN'));
   alter table project add column version int not null default 1;
   alter table project add constraint project_pitch_has_language check ((pitch is null) = (pitch_language is null));
   update project p set agency_code = d.agency_code
     from (select distinct on (project_id) project_id, agency_code from coaching_dossier where project_id is not null and agency_code <> 'COM'
            order by project_id, occurred_at, id) d
    where d.project_id = p.id;
   alter table project alter column agency_code drop default;
   alter table project alter column version drop default;
   create index project_agency on project (agency_code);
   create index coaching_dossier_project on coaching_dossier (project_id, occurred_at desc, id desc) where project_id is not null;
   create index package_enrolment_project on package_enrolment (project_id, occurred_at desc, id desc) where project_id is not null;
   create index test_phase_project on test_phase (project_id, occurred_at desc, id desc);`,
  `drop index test_phase_project;
   drop index package_enrolment_project;
   drop index coaching_dossier_project;
   drop index project_agency;
   alter table project drop constraint project_pitch_has_language;
   alter table project drop column version;
   alter table project drop column pitch_language;
   alter table project drop column pitch;
   alter table project drop column agency_code;`,
);
