import type { Row } from "@parcours/shared/demonstration/loader";
import { demonstrationSource } from "@parcours/shared/demonstration/loader";
import { pointerRow, sharedReaders, type Pointer } from "@parcours/shared/feed/pointer";

/** A pointer that the staff of every pole may see, as an outbox row of the demonstration. */
export function sharedPointer(pointer: Omit<Pointer, "readers" | "knownTo">): Row {
  const { topic, key, body } = pointerRow({ ...pointer, readers: sharedReaders, knownTo: sharedReaders }, demonstrationSource);
  return { topic, key, body: { json: body } };
}
