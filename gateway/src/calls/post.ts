/** One HTTP call to a subgraph, read as it comes. Bodies are small and read whole: a stream for each would cost more than reading it. */
import type { Dispatcher, Pool } from "undici";

/** What is sent. */
export interface Post {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Who hears what comes back. After `ended` or `failed` nothing more does. */
export interface PostListener {
  /** The first that comes: status and headers. */
  readonly began: (status: number, headers: Readonly<Record<string, string | string[] | undefined>>) => void;
  readonly came: (chunk: Buffer) => void;
  readonly ended: () => void;
  readonly failed: (error: unknown) => void;
}

/** Sends a call. Answers how to cut it: then it fails with the reason given, or, where all has come, nothing happens. */
export function post(pool: Pool, { path, headers, body }: Post, listener: PostListener): (reason: Error) => void {
  let controller: Dispatcher.DispatchController | undefined;
  let cutWith: Error | undefined;
  pool.dispatch(
    { path, method: "POST", headers, body },
    {
      onRequestStart: (given) => {
        controller = given;
        if (cutWith) given.abort(cutWith);
      },
      onResponseStart: (_, status, given) => listener.began(status, given),
      onResponseData: (_, chunk) => listener.came(chunk),
      onResponseEnd: () => listener.ended(),
      onResponseError: (_, error) => listener.failed(error),
    },
  );
  return (reason) => {
    cutWith = reason;
    controller?.abort(reason);
  };
}
