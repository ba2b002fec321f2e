import { EntityTable } from "../entity-rows.js";
import { Activity } from "./activity.entity.js";

/** Activities by the entity that exercises them, main ones first. */
export const activities = new EntityTable<Activity>(
  Activity,
  "activity",
  "fact.group_code, fact.classification_code, fact.nace_version desc, fact.nace_code",
);
