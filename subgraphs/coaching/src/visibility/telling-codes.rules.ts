/**
 * Codes that tell of difficulty, and what is told instead. A project's stage, a dossier's topic are read by many; that somebody is in
 * difficulty is read by the person, the assigned adviser and recognised helpers (R30; requirements 5.6; J09 (4), J11 (4); design section 4).
 * The wider code is true as well, so nothing false is told and the answer looks like anyone's.
 */

/**
 * The stage that every reader of a project or dossier may learn: difficulty is told as the time after creation, a restart as what it is to
 * who does not know of the first time.
 */
export function stageToldToAll(stage: string, hasEnterprise: boolean): string {
  switch (stage) {
    case "DIFFICULTY":
      return "POST_CREATION";
    case "RESTART":
      return hasEnterprise ? "POST_CREATION" : "PRE_CREATION";
    default:
      return stage;
  }
}

/** The topic that every reader of a dossier may learn. */
export function topicToldToAll(topic: string): string {
  return topic === "DIFFICULTY" ? "OTHER" : topic;
}

/** Whether enrolment in a package tells of difficulty: such enrolments are kept apart, with the difficulty cases. */
export function packageTellsOfDifficulty(code: string): boolean {
  return code === "RESTART";
}
