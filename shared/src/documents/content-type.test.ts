import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isOfMediaType } from "./content-type.js";
import { mediaTypes } from "./document-types.js";

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "parcours-content-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pdf = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n";
const program = Buffer.concat([Buffer.from("MZ\u0090\u0000\u0003\u0000\u0000\u0000", "latin1"), Buffer.alloc(512)]);
const elf = Buffer.concat([Buffer.from("\u007fELF\u0002\u0001\u0001\u0000", "latin1"), Buffer.alloc(512)]);
const png = Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489", "hex");

const { csv, txt, docx } = mediaTypes;

describe("a file is what its content says", () => {
  it.each([
    ["a PDF", pdf, mediaTypes.pdf, true],
    ["a PDF that is cut off", pdf.slice(0, 40), mediaTypes.pdf, false],
    ["a program sent as a PDF", program, mediaTypes.pdf, false],
    ["a Unix program sent as a PDF", elf, mediaTypes.pdf, false],
    ["a page sent as a PDF", "<!doctype html><script>alert(1)</script>", mediaTypes.pdf, false],
    ["a PDF sent as a picture", pdf, mediaTypes.png, false],
    ["a picture", png, mediaTypes.png, true],
    ["a table", "year;turnover\n2025;90000\n", csv, true],
    ["a text with accents", "Café à Bruxelles, straße\n", txt, true],
    ["a PDF sent as a text", pdf, txt, false],
    ["a page sent as a text", "  <HTML><body>hello", txt, false],
    ["a picture of vectors sent as a text", "<svg xmlns='http://www.w3.org/2000/svg'/>", txt, false],
    ["a script sent as a table", "#!/bin/sh\nrm -rf /", csv, false],
    ["bytes sent as a text", Buffer.from([0, 1, 2, 3]), txt, false],
    ["broken letters sent as a text", Buffer.from([0xc3, 0x28, 0x41]), txt, false],
    [
      "an archive sent as a text document",
      Buffer.from("504b0506000000000000000000000000000000000000", "hex"),
      docx,
      false,
    ],
  ])("%s: %#", async (name, content, mediaType, expected) => {
    const file = join(folder, name.replaceAll(" ", "-"));
    writeFileSync(file, content);
    expect(await isOfMediaType(file, mediaType)).toBe(expected);
  });
});
