import { type CaptureFault, type CaptureFile, longestPacket, mostPackets, type RawPacket } from './capture-file';

const blocks = { sectionHeader: 0x0a0d_0d0a, interface: 1, oldPacket: 2, simplePacket: 3, enhancedPacket: 6 };
const byteOrderMagic = 0x1a2b_3c4d;
const mostInterfaces = 4_096;

/** An interface of a section: how its packets begin and how it counts time. */
type Interface = { linkType: number; snapLength: number; perSecond: bigint; offset: bigint };

/** A block of the file; `from` and `to` are those of its body. */
type Block = { type: number; at: number; from: number; to: number };

/** The packets of a pcapng file; blocks of other kinds are passed over. */
export function readPcapng(bytes: Uint8Array): CaptureFile | CaptureFault {
  const reader = new PcapngReader(bytes);
  const fault = reader.read();
  if (fault && reader.packets.length === 0 && fault.at < 12) return fault;
  return { format: 'pcapng', packets: reader.packets, hasMore: reader.hasMore, fault };
}

class PcapngReader {
  readonly packets: RawPacket[] = [];
  hasMore = false;
  private readonly view: DataView;
  private littleEndian = true;
  private interfaces: Interface[] = [];

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  read(): CaptureFault | null {
    for (let at = 0; at < this.bytes.length; ) {
      if (this.packets.length === mostPackets) {
        this.hasMore = true;
        return null;
      }
      const block = this.block(at);
      if ('code' in block) return block;
      const fault = this.take(block);
      if (fault) return fault;
      at = block.to + 4;
    }
    return null;
  }

  private u16(at: number): number {
    return this.view.getUint16(at, this.littleEndian);
  }

  private u32(at: number): number {
    return this.view.getUint32(at, this.littleEndian);
  }

  /** Type, length, body, length again: at least twelve bytes, and whole words. */
  private block(at: number): Block | CaptureFault {
    const { length } = this.bytes;
    if (at + 12 > length) return { code: 'cut', at: length };
    const type = this.view.getUint32(at, this.littleEndian);
    if (type === blocks.sectionHeader) {
      // The section header says itself in which order its bytes stand; its own type reads the same both ways.
      const magic = this.view.getUint32(at + 8, true);
      this.littleEndian = magic === byteOrderMagic;
      if (!this.littleEndian && this.view.getUint32(at + 8, false) !== byteOrderMagic)
        return { code: 'byte-order', at: at + 8, found: magic };
    }
    const size = this.u32(at + 4);
    if (size < 12 || size % 4 !== 0) return { code: 'block-length', at: at + 4, found: size };
    if (at + size > length) return { code: 'cut', at: length };
    const again = this.u32(at + size - 4);
    if (again !== size) return { code: 'block-ends-differ', at: at + size - 4, found: again };
    return { type, at, from: at + 8, to: at + size - 4 };
  }

  private take(block: Block): CaptureFault | null {
    switch (block.type) {
      case blocks.sectionHeader:
        this.interfaces = [];
        return null;
      case blocks.interface:
        return this.takeInterface(block);
      case blocks.enhancedPacket:
        return this.takePacket(block, 20, () => this.u32(block.from));
      case blocks.oldPacket:
        return this.takePacket(block, 20, () => this.u16(block.from));
      case blocks.simplePacket:
        return this.takeSimple(block);
      default:
        return null;
    }
  }

  private takeInterface({ at, from, to }: Block): CaptureFault | null {
    if (to - from < 8) return { code: 'block-length', at: at + 4, found: to - from + 12 };
    if (this.interfaces.length === mostInterfaces) return { code: 'too-many-interfaces', at };
    const one: Interface = {
      linkType: this.u16(from),
      snapLength: this.u32(from + 4),
      perSecond: 1_000_000n,
      offset: 0n,
    };
    for (let option = from + 8; option + 4 <= to; ) {
      const code = this.u16(option);
      const length = this.u16(option + 2);
      if (code === 0 || option + 4 + length > to) break;
      if (code === optionCodes.resolution && length === 1) one.perSecond = resolution(this.bytes[option + 4] ?? 6);
      if (code === optionCodes.offset && length === 8)
        one.offset = this.view.getBigInt64(option + 4, this.littleEndian);
      option += 4 + length + (-length & 3);
    }
    this.interfaces.push(one);
    return null;
  }

  private takePacket({ at, from, to }: Block, header: number, interfaceOf: () => number): CaptureFault | null {
    if (to - from < header) return { code: 'block-length', at: at + 4, found: to - from + 12 };
    const number = interfaceOf();
    const one = this.interfaces[number];
    if (!one) return { code: 'no-such-interface', at: from, found: number };
    const captured = this.u32(from + 12);
    if (captured > longestPacket || captured > to - from - header)
      return { code: 'packet-too-long', at: from + 12, found: captured };
    const ticks = (BigInt(this.u32(from + 4)) << 32n) | BigInt(this.u32(from + 8));
    this.push(one, from + header, captured, this.u32(from + 16), ticks);
    return null;
  }

  /** It has no time, and is of the first interface. */
  private takeSimple({ at, from, to }: Block): CaptureFault | null {
    if (to - from < 4) return { code: 'block-length', at: at + 4, found: to - from + 12 };
    const [one] = this.interfaces;
    if (!one) return { code: 'no-such-interface', at: from, found: 0 };
    const length = this.u32(from);
    const captured = Math.min(length, one.snapLength || length);
    if (captured > longestPacket || captured > to - from - 4)
      return { code: 'packet-too-long', at: from, found: length };
    this.push(one, from + 4, captured, length, 0n);
    return null;
  }

  private push(one: Interface, offset: number, captured: number, length: number, ticks: bigint): void {
    const { perSecond } = one;
    const seconds = Number(ticks / perSecond + one.offset);
    const nanoseconds = Number(((ticks % perSecond) * 1_000_000_000n) / perSecond);
    const bytes = this.bytes.subarray(offset, offset + captured);
    this.packets.push({
      ...{ number: this.packets.length + 1, offset, seconds, nanoseconds },
      ...{ linkType: one.linkType, bytes, length },
    });
  }
}

const optionCodes = { resolution: 9, offset: 14 };

/** if_tsresol: a negative power of ten, or of two when the highest bit is set. Beyond 10⁻¹⁸ nobody counts. */
function resolution(value: number): bigint {
  const power = BigInt(Math.min(value & 0x7f, (value & 0x80) !== 0 ? 60 : 18));
  return (value & 0x80) !== 0 ? 2n ** power : 10n ** power;
}
