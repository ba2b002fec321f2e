/** A bucket of a store that speaks S3 and verifies signatures, for one test file; nothing leaves the machine. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";

/** A bucket of a test. */
export interface TestBucket {
  /** As `DOCUMENT_STORE` says it. */
  readonly setting: string;
  close(): Promise<void>;
}

/** Starts a store with one bucket, and sets the variables by which it is reached. */
export async function aBucket(name = "documents"): Promise<TestBucket> {
  const directory = mkdtempSync(join(tmpdir(), "parcours-bucket-"));
  const server = new S3rver({
    port: 0,
    address: "127.0.0.1",
    silent: true,
    directory,
    configureBuckets: [{ name, configs: [] }],
  });
  const { port } = (await server.run()) as unknown as { readonly port: number };
  // The only credentials that it knows.
  process.env["AWS_ACCESS_KEY_ID"] = "S3RVER";
  process.env["AWS_SECRET_ACCESS_KEY"] = "S3RVER";
  return {
    setting: `s3://${name}/kept?endpoint=http://127.0.0.1:${port}&region=eu-west-1`,
    async close() {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
