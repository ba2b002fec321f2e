/** A small PDF of one page, written by hand: what a demonstration's document holds. The same lines always give the same bytes. */

/** The most that is written of a line: a page is no wider. */
const widest = 90;

/** What opens in any reader (ISO 32000-1, 7.5): header, four objects and the page's text, a table of where each begins, and the end. */
export function pdfOf(lines: readonly string[]): Buffer {
  const text = `BT /F1 12 Tf 15 TL 60 780 Td\n${lines.map((line) => `(${written(line)}) Tj T*`).join("\n")}\nET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ];
  let body = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}`;
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  // One byte a character: lengths and places above are those of the bytes.
  return Buffer.from(body + table + end, "latin1");
}

/** A line as a text of PDF: what the font has no sign for is a question mark, and what ends a text is escaped. */
function written(line: string): string {
  const signs = line.slice(0, widest).replaceAll(/[“”]/g, '"').replaceAll("’", "'").replaceAll(/[–—]/g, "-");
  return signs.replaceAll(/[^\u0020-\u007e\u00a0-\u00ff]/g, "?").replaceAll(/[\\()]/g, "\\$&");
}
