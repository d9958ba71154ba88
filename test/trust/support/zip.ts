import { inflateRawSync } from 'node:zlib';

const CENTRAL = 0x02014b50;
const DEFLATED = 8;

/** The files of a zip archive by name. */
export function filesInZip(archive: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  // The directory's place stands 16 bytes into the record at the archive's end.
  let at = archive.readUInt32LE(archive.lastIndexOf('PK\u0005\u0006', undefined, 'latin1') + 16);
  while (archive.readUInt32LE(at) === CENTRAL) {
    const [method, packed, nameLength] = [at + 10, at + 20, at + 28].map((place, index) =>
      index === 1 ? archive.readUInt32LE(place) : archive.readUInt16LE(place),
    ) as [number, number, number];
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    const begin = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const bytes = archive.subarray(begin, begin + packed);
    files.set(name, method === DEFLATED ? inflateRawSync(bytes) : bytes);
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}
