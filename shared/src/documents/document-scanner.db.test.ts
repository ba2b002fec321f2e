/** Bytes are looked at before they are kept: by a real clamd where one is installed, and refused by each way in which one can fall silent. */
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { serveOrchard, type ServedFeed } from "../../test/feed-pair.js";
import { codeOfRefusal, Giving } from "../../test/giving.js";
import { newId } from "../ids.js";
import { asScannerPlace, type ScannerPlace } from "./document-scanner.js";

/** The harmless text that every scanner knows (EICAR), in two halves, so that none takes this file for it. */
const infected = Buffer.from(["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD", "ANTIVIRUS-TEST-FILE!$H+H*"].join("-"));
const clean = Buffer.from("Nothing but words.\n".repeat(20_000));
const order = { documentType: "NOTE", mediaType: "text/plain" };

const program = ["/usr/sbin", ...(process.env["PATH"] ?? "").split(delimiter)]
  .map((folder) => join(folder, "clamd"))
  .find((file) => existsSync(file));

/** A TCP port that nobody listens on just now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A real scanner that knows one thing. */
async function startClamd(folder: string): Promise<{ place: ScannerPlace; child: ChildProcess }> {
  const port = await freePort();
  mkdirSync(join(folder, "db"));
  writeFileSync(join(folder, "db/known.hdb"), "44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test-Signature\n");
  const settings = { DatabaseDirectory: join(folder, "db"), TCPSocket: port, TCPAddr: "127.0.0.1", Foreground: "yes" };
  const lines = Object.entries({ ...settings, StreamMaxLength: "30M" }).map(([name, value]) => `${name} ${value}\n`);
  writeFileSync(join(folder, "clamd.conf"), lines.join(""));
  const child = spawn(program ?? "", ["--config-file", join(folder, "clamd.conf")], { stdio: "ignore" });
  const place = { host: "127.0.0.1", port };
  for (let tries = 0; tries < 200 && !(await answers(port)); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  return { place, child };
}

const answers = async (port: number): Promise<boolean> => {
  const { connect } = await import("node:net");
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
};

/** What stands for a scanner that is broken in some way. */
async function broken(behave: (socket: Socket) => void): Promise<{ place: ScannerPlace; server: Server }> {
  const server = createServer((socket) => {
    socket.on("error", () => undefined).resume();
    behave(socket);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return { place: { host: "127.0.0.1", port: (server.address() as AddressInfo).port }, server };
}

const person = newId();
const giving = ({ url }: ServedFeed): Giving =>
  new Giving(url, { role: "ENTREPRENEUR", entrepreneurId: person, purpose: "OWN_PATH" });
async function send(served: ServedFeed, content: Buffer) {
  const begun = await giving(served).begin(Giving.order(person, content, { ...order, isNewVersion: true }));
  if (begun.state !== "TICKET") throw new Error(JSON.stringify(begun));
  return { begun, sent: await giving(served).send(begun, content) };
}

describe("a scanner", () => {
  let folder: string;
  let clamd: { place: ScannerPlace; child: ChildProcess } | undefined;
  let served: ServedFeed;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "parcours-clamd-"));
    if (!program) return console.log("There is no clamd here: a real scanner is not tried.");
    clamd = await startClamd(folder);
    served = await serveOrchard("scanned", { documentScanner: clamd.place });
  }, 60_000);
  afterAll(async () => {
    clamd?.child.kill("SIGKILL");
    await served?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("lets through what is clean, and refuses malware, of which nothing stays", async () => {
    if (!clamd) return;
    expect((await send(served, clean)).sent.status).toBe(204);
    const { begun, sent } = await send(served, infected);
    expect([sent.status, codeOfRefusal(sent)]).toEqual([422, "DOCUMENT_INFECTED"]);
    const { keeping } = served.documents;
    expect(existsSync(join(keeping.uploads, begun.uploadId))).toBe(false);
    expect(await keeping.store.has(begun.uploadId)).toBe(false);
    expect((await giving(served).head(begun.uploadId, begun.ticket)).status).toBe(404);
  });

  it("that is gone stops what is new, and lets it in when it is back", async () => {
    if (!clamd) return;
    const stopped = new Promise((resolve) => clamd?.child.once("exit", resolve));
    clamd.child.kill("SIGKILL");
    await stopped;
    const other = Buffer.from("Other words.\n".repeat(5_000));
    const { begun, sent } = await send(served, other);
    expect([sent.status, codeOfRefusal(sent)]).toEqual([503, "DOCUMENT_SCANNER_SILENT"]);
    expect(await served.documents.keeping.store.has(begun.uploadId)).toBe(false);
    const { place } = clamd;
    rmSync(join(folder, "db"), { recursive: true });
    mkdirSync(join(folder, "db"));
    writeFileSync(join(folder, "db/known.hdb"), "44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test-Signature\n");
    const child = spawn(program ?? "", ["--config-file", join(folder, "clamd.conf")], { stdio: "ignore" });
    clamd = { place, child };
    let stands = await giving(served).head(begun.uploadId, begun.ticket);
    for (let tries = 0; tries < 200 && stands.status === 503; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      stands = await giving(served).head(begun.uploadId, begun.ticket);
    }
    expect([stands.status, stands.headers["parcours-document"]]).toEqual([200, begun.uploadId]);
  });
});

describe("a scanner that says anything but clean", () => {
  it.each<[string, (socket: Socket) => void]>([
    ["hangs up", (socket) => socket.destroy()],
    ["reports a fault", (socket) => socket.end("INSTREAM size limit exceeded. ERROR\0")],
    ["says something else", (socket) => socket.end("stream: OK, I suppose\0")],
    ["begins to say that it is clean", (socket) => socket.end("stream: OK")],
  ])("%s: the bytes are not accepted", async (_, behave) => {
    const { place, server } = await broken(behave);
    const served = await serveOrchard("scanner", { documentScanner: place });
    const { sent } = await send(served, clean);
    expect([sent.status, codeOfRefusal(sent)]).toEqual([503, "DOCUMENT_SCANNER_SILENT"]);
    await served.close();
    server.close();
  });
});

it.each([
  ["tcp://scanner", { host: "scanner", port: 3310 }],
  ["tcp://[::1]:99", { host: "::1", port: 99 }],
])("reads %s", (text, place) => expect(asScannerPlace(text)).toEqual(place));

it.each(["scanner:3310", "http://scanner", "tcp://", "tcp://me@scanner", "tcp://scanner/path"])("refuses %s", (text) =>
  expect(() => asScannerPlace(text)).toThrow("expected tcp://"),
);
