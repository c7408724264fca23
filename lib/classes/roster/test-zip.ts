import { crc32, deflateRawSync } from 'node:zlib';

/** A zip as a school's system writes it. `lies` changes what its table of contents says of each file. */
export function testZip(
  files: Readonly<Record<string, string | Buffer>>,
  lies: { size?: number; crc?: number; flags?: number } = {},
): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const path = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(lies.flags ?? 0, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(lies.crc ?? crc32(data), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(lies.size ?? data.length, 18);
    head.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, path, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, rest, path]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** A small OneRoster 1.2 export: two students and a teacher in one class. */
export const oneRoster = {
  'manifest.csv':
    'propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\nfile.users,bulk\nfile.enrollments,bulk\n',
  'classes.csv':
    'sourcedId,status,dateLastModified,title\nc1,active,2026-09-01,Networks 1\nc2,active,2026-09-01,Networks 2\n',
  'users.csv':
    'sourcedId,status,enabledUser,username,givenName,familyName,email,sms,grades\n' +
    'u1,active,true,ada,Ada,Lovelace,ada@example.org,,10\nu2,active,true,,小雨,林,,,10\nu3,active,true,mara,Mara,Lind,mara@example.org,,\n',
  'enrollments.csv':
    'sourcedId,status,classSourcedId,schoolSourcedId,userSourcedId,role\n' +
    'e1,active,c1,s1,u1,student\ne2,active,c1,s1,u2,student\ne3,active,c1,s1,u3,teacher\n',
};
