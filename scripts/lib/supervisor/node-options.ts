/**
 * With what Node runs every process that serves; the image recipe (`docker/service.Dockerfile`) says the same. An answer is made of many small
 * objects that nobody needs a moment later. In the usual young generation (16 MB) those of answers still under way are copied again and again:
 * with 32 MB an answer costs a tenth less processor time, for some tens of megabytes a process.
 */
export const serviceNodeOptions: readonly string[] = ["--enable-source-maps", "--max-semi-space-size=32"];
