import { crc32, deflateRawSync } from "node:zlib";

/** A zip of some files, as KBO publishes its extracts: deflated, one after the other, with a central directory at the end. */
export function zipOf(files: Readonly<Record<string, Buffer>>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content);
    const body = Buffer.concat([header(0x04034b50, name, content, packed), Buffer.from(name), packed]);
    directory.push(header(0x02014b50, name, content, packed, offset), Buffer.from(name));
    bodies.push(body);
    offset += body.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(bodies.length, 8);
  end.writeUInt16LE(bodies.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
}

/** The header of a file, before its content or, with an offset, in the central directory. */
function header(signature: number, name: string, content: Buffer, packed: Buffer, offset?: number): Buffer {
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(Buffer.byteLength(name), 22);
  const start = Buffer.alloc(offset === undefined ? 4 : 6);
  start.writeUInt32LE(signature, 0);
  if (offset === undefined) return Buffer.concat([start, common]);
  start.writeUInt16LE(20, 4);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([start, common, rest]);
}
