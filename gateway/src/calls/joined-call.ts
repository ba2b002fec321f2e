/** Several questions to one subgraph in one HTTP call; each has its own answer as soon as it comes, and its own deadline. */
import type { JoinedAnswer, JoinedQuestion } from "@parcours/shared/server/joined-questions";
import { AnswerLines, joinedContentType, writeQuestions } from "@parcours/shared/server/joined-questions";
import type { Pool } from "undici";
import type { Patience } from "./patience.js";
import { PatienceOver } from "./patience.js";
import { post } from "./post.js";

/** What a subgraph said: the status and the text of one answer. */
export interface SubgraphReply {
  readonly status: number;
  readonly text: string;
}

/** A question that somebody waits for. */
export interface WaitingQuestion {
  readonly question: JoinedQuestion;
  readonly patience: Patience;
  readonly answered: (reply: SubgraphReply) => void;
  readonly failed: (error: unknown) => void;
}

/** A call failed before all its questions were answered. Which of them was the cause is not known: each is to be asked by itself. */
export class JoinedCallFailed extends Error {
  override readonly name = "JoinedCallFailed";
}

/**
 * Asks them together. Each is answered, or fails with `PatienceOver` or `JoinedCallFailed`.
 * @param refused told where joined questions are not taken there at all
 */
export function askJoined(
  pool: Pool,
  path: string,
  together: readonly WaitingQuestion[],
  refused: () => void = () => undefined,
): void {
  const open = new Map(together.entries());
  const lines = new AnswerLines();
  const answer = ({ place, status, body }: JoinedAnswer): void => {
    const waiting = open.get(place);
    open.delete(place);
    waiting?.answered({ status, text: body });
  };
  const failAll = (cause?: unknown): void => {
    for (const { failed } of open.values()) failed(new JoinedCallFailed("a joined call failed", { cause }));
    open.clear();
  };
  const body = writeQuestions(together.map(({ question }) => question));
  const headers = { "content-type": joinedContentType, accept: joinedContentType };
  const cut = post(
    pool,
    { path, headers, body },
    {
      began: (status) => {
        if (status === 200) return;
        refused();
        throw new Error(`joined questions were answered ${status}`);
      },
      came: (chunk) => lines.take(chunk).forEach(answer),
      ended: () => failAll(),
      failed: failAll,
    },
  );
  for (const [place, { patience, failed }] of together.entries())
    patience.onEnd(() => {
      if (!open.delete(place)) return;
      const over = new PatienceOver();
      failed(over);
      // The others still wait for theirs; when nobody does any more, the call is cut.
      if (open.size === 0) cut(over);
    });
}
