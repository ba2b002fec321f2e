import { morningOf } from "@parcours/shared/demonstration/calendar";
import {
  entryColumnNames,
  entryRow,
  outboxRow,
  outboxTable,
  pointerTo,
  type ToldEntry,
} from "@parcours/shared/demonstration/entry-rows";
import {
  demonstrationSource,
  type DemonstrationLoader,
  type Emit,
  type Row,
} from "@parcours/shared/demonstration/loader";
import type {
  EntrepreneurStory,
  InteractionStory,
  PersonName,
  ReferralStory,
} from "@parcours/shared/demonstration/story";
import { policyRow } from "@parcours/shared/feed/policy";
import { actTables, tellActs } from "./demonstration-acts.js";
import { identityTables, tellIdentity } from "./demonstration-identity.js";
import { nameWords } from "./entrepreneur/name-words.js";
import { keysOfFile } from "./matching/person-key.repository.js";

/** What the front door tells of each demonstration entrepreneur. */
export const demonstration: DemonstrationLoader = {
  tables: [
    {
      name: "entrepreneur",
      columns: [
        "id",
        "given_name",
        "family_name",
        "other_names",
        "preferred_language",
        "birth_date",
        "sex",
        "municipality_nis",
        "postcode",
        "known_since",
      ],
    },
    { name: "entrepreneur_word", columns: ["word", "entrepreneur_id"] },
    { name: "person_key", columns: ["key", "entrepreneur_id"] },
    { name: "contact_point", columns: ["id", "entrepreneur_id", "kind", "value", "raw", "shared", "since", "until"] },
    { name: "mandate", columns: ["id", "entrepreneur_id", "enterprise_number", "role_code", "since", "until"] },
    ...identityTables,
    {
      name: "sharing_grant",
      columns: [
        "id",
        "entrepreneur_id",
        "to_agency_code",
        "category",
        "since",
        "until",
        "withdrawn_at",
        "given_at",
        "given_by",
        "how_given_code",
      ],
    },
    ...actTables,
    {
      name: "interaction",
      columns: [
        ...entryColumnNames,
        "channel_code",
        "topic_code",
        "outcome_code",
        "language_code",
        "question",
        "staff_id",
        "advisor_name",
      ],
    },
    {
      name: "referral",
      columns: [
        ...entryColumnNames,
        "interaction_id",
        "to_agency_code",
        "topic_code",
        "status_code",
        "reason_code",
        "responded_at",
        "done_at",
        "successful",
      ],
    },
    outboxTable,
  ],
  story(story, world, emit) {
    tellPerson(story, emit);
    tellIdentity(story, emit);
    tellRelations(story, emit);
    tellActs(story, world, emit);
    for (const interaction of story.interactions) tellInteraction(story.id, interaction, emit);
    for (const referral of story.referrals) tellReferral(story.id, referral, emit);
  },
};

function tellPerson(story: EntrepreneurStory, emit: Emit): void {
  emit("entrepreneur", personRow(story, story.id, story.name.given, story.name.family));
  const names = [story.name, ...story.otherNames].flatMap(({ given, family }) => [given, family]);
  for (const word of nameWords(...names)) emit("entrepreneur_word", { word, entrepreneur_id: story.id });
  tellKeys(story, story.id, [story.name, ...story.otherNames], emit);
  for (const point of story.contactPoints) {
    const { id, kind, value, raw, shared, since, until } = point;
    emit("contact_point", { id, entrepreneur_id: story.id, kind, value, raw, shared, since, until });
  }
  for (const former of story.formerIds) {
    emit("entrepreneur", {
      ...personRow(story, former.id, former.name.given, former.name.family),
      known_since: story.knownSinceAt,
    });
    for (const word of nameWords(former.name.given, former.name.family))
      emit("entrepreneur_word", { word, entrepreneur_id: former.id });
    tellKeys(story, former.id, [former.name], emit);
  }
}

/** By which a file is found when somebody registers again (J17). */
function tellKeys(story: EntrepreneurStory, id: string, names: readonly PersonName[], emit: Emit): void {
  const { birthDate, municipality } = story;
  const birthDates = birthDate === null ? [] : [birthDate];
  const municipalities = municipality === null ? [] : [municipality.nis];
  for (const key of keysOfFile({ names, birthDates, municipalities })) emit("person_key", { key, entrepreneur_id: id });
}

function personRow(story: EntrepreneurStory, id: string, given: string, family: string): Row {
  return {
    id,
    given_name: given,
    family_name: family,
    other_names: { json: story.otherNames },
    preferred_language: story.language,
    birth_date: story.birthDate,
    sex: story.sex,
    municipality_nis: story.municipality?.nis ?? null,
    postcode: story.municipality?.postcode ?? null,
    known_since: story.knownSinceAt,
  };
}

function tellRelations(story: EntrepreneurStory, emit: Emit): void {
  for (const { id, enterpriseNumber, role, since, until } of story.mandates) {
    emit("mandate", {
      id,
      entrepreneur_id: story.id,
      enterprise_number: enterpriseNumber,
      role_code: role,
      since,
      until,
    });
    emit(
      "outbox",
      outboxRow(
        policyRow(
          id,
          { kind: "MANDATE", entrepreneurId: story.id, enterpriseNumber, since, until },
          demonstrationSource,
        ),
      ),
    );
  }
  for (const { id, toAgency, since, until, withdrawnAt } of story.sharingGrants) {
    const category = "COACHING_CONTENT";
    emit("sharing_grant", {
      id,
      entrepreneur_id: story.id,
      to_agency_code: toAgency,
      category,
      since,
      until,
      withdrawn_at: withdrawnAt,
      given_at: morningOf(since),
      given_by: "OWN_PERSON",
      how_given_code: "SIGNED_IN",
    });
    if (withdrawnAt) continue;
    emit(
      "outbox",
      outboxRow(
        policyRow(
          id,
          { kind: "GRANT", entrepreneurId: story.id, agencyCode: toAgency, category, since, until },
          demonstrationSource,
        ),
      ),
    );
  }
}

function tellInteraction(entrepreneurId: string, interaction: InteractionStory, emit: Emit): void {
  const { id, agency, at, enterpriseNumber } = interaction;
  const entry = entryOf(id, agency, entrepreneurId, enterpriseNumber, at);
  emit("interaction", {
    ...entryRow(entry),
    channel_code: interaction.channel,
    topic_code: interaction.topic,
    outcome_code: interaction.outcome,
    language_code: interaction.language,
    question: interaction.question,
    staff_id: interaction.advisor.staffId,
    advisor_name: interaction.advisor.name,
  });
  emit(
    "outbox",
    pointerTo(thePersons(entry), { type: "Interaction", kind: "INTERACTION", category: "DOSSIER_HEADER" }),
  );
}

function tellReferral(entrepreneurId: string, referral: ReferralStory, emit: Emit): void {
  const { id, fromAgency, toAgency, sentAt, enterpriseNumber } = referral;
  const entry = entryOf(id, fromAgency, entrepreneurId, enterpriseNumber, sentAt);
  emit("referral", {
    ...entryRow(entry),
    interaction_id: referral.interactionId,
    to_agency_code: toAgency,
    topic_code: referral.topic,
    status_code: referral.status,
    reason_code: referral.reason,
    responded_at: referral.respondedAt,
    done_at: referral.doneAt,
    successful: referral.successful,
  });
  // To whom somebody was sent can tell why: only the two sides and 1819 learn of it (requirements 5.6, line 8).
  const readers = [
    "OWN",
    "ADVISOR_1819",
    ...["COACH", "FINANCING_OFFICER", "HOUSING_HOST", "RECOGNISED_HELPER"].map((role) => `${role}@${toAgency}`),
  ];
  emit("outbox", pointerTo(thePersons(entry), { type: "Referral", kind: "REFERRAL", category: "REFERRAL", readers }));
}

function entryOf(
  id: string,
  agency: string,
  entrepreneurId: string,
  enterpriseNumber: string | null,
  occurredAt: Date,
): ToldEntry {
  return { id, agency, entrepreneurId, enterpriseNumber, occurredAt, since: null, until: null };
}

/** Whatever enterprise it is about, who called or was sent is a person, and holds it. */
function thePersons(entry: ToldEntry): ToldEntry {
  return { ...entry, enterpriseNumber: null };
}
